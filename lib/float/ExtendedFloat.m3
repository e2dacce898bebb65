MODULE ExtendedFloat = Float(Extended, ExtendedFloatRep) END ExtendedFloat.
