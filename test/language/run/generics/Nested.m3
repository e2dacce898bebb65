MODULE Nested = Pair(IntPair) END Nested.
