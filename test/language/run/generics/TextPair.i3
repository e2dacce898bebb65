INTERFACE TextPair = Pair(Text) END TextPair.
