MODULE IntPair = Pair(Int) END IntPair.
