MODULE RealFloat = Float(Real, RealFloatRep) END RealFloat.
