INTERFACE IntPair = Pair(Int) END IntPair.
