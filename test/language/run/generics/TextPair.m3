MODULE TextPair = Pair(Text) END TextPair.
