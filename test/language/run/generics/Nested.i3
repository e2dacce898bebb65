INTERFACE Nested = Pair(IntPair) END Nested.
