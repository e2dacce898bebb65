MODULE LongFloat = Float(LongReal, LongFloatRep) END LongFloat.
