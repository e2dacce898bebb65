MODULE RuntimeError;

IMPORT SpinException;

TYPE Code = SpinException.ExceptionCode;

PROCEDURE Tag(t: T): TEXT =
  BEGIN
    CASE t OF
    | T.AssertFailed => RETURN "<*ASSERT*> failed."
    | T.ValueOutOfRange => RETURN "A value was out of its range."
    | T.SubscriptOutOfRange => RETURN "A subscript was out of its range."
    | T.IncompatibleArrayShape => RETURN "Two arrays had different shapes."
    | T.BadMemoryReference => RETURN "A reference was NIL."
    | T.NarrowFailed => RETURN "NARROW failed."
    | T.NoReturnValue => RETURN "A function ended without RETURN."
    | T.UnhandledCase => RETURN "No arm of a CASE was for the value."
    | T.UnhandledTypecase => RETURN "No arm of a TYPECASE was for the type."
    | T.StackOverflow => RETURN "A stack overflowed."
    | T.OutOfMemory => RETURN "There was no memory left."
    | T.UnalignedAddress => RETURN "An address was not aligned."
    | T.UnhandledException => RETURN "An exception was not handled."
    | T.BlockedException => RETURN "An exception was not in the RAISES of its procedure."
    | T.IntegerOverflow => RETURN "An integer was too large."
    | T.IntegerDivideByZero => RETURN "An integer was divided by zero."
    | T.FloatDivideByZero => RETURN "A floating-point number was divided by zero."
    | T.FloatOverflow => RETURN "A floating-point number was too large."
    | T.FloatUnderflow => RETURN "A floating-point number was too small."
    | T.FloatInexact => RETURN "A floating-point number was not exact."
    | T.FloatInvalid => RETURN "A floating-point operation was not valid."
    | T.DuplicateBrand => RETURN "Two types had the same brand."
    | T.MissingType => RETURN "A type was missing."
    | T.SupertypeCycle => RETURN "Supertypes formed a cycle."
    | T.OpaqueTypeRedefined => RETURN "An opaque type was revealed twice."
    | T.InconsistentRevelation => RETURN "Revelations contradicted each other."
    | T.UndefinedMethod => RETURN "A method was NIL."
    | T.PrivilegedInstruction => RETURN "An instruction was privileged."
    | T.SystemError => RETURN "The system failed."
    | T.Unknown => RETURN "Something else went wrong."
    END
  END Tag;

PROCEDURE OfFault(READONLY info: SpinException.ExceptionInfo): T =
  BEGIN
    CASE info.code OF
    | Code.ASSERTFailed => RETURN T.AssertFailed
    | Code.ValueOutOfRange => RETURN T.ValueOutOfRange
    | Code.SubscriptOutOfRange => RETURN T.SubscriptOutOfRange
    | Code.IncompatibleArrayShapes => RETURN T.IncompatibleArrayShape
    | Code.AttemptToDereferenceNIL, Code.ProtectionFault, Code.BadAddress => RETURN T.BadMemoryReference
    | Code.NARROWFailed => RETURN T.NarrowFailed
    | Code.FunctionDidNotReturnValue => RETURN T.NoReturnValue
    | Code.UnhandledValueInCASEStatement => RETURN T.UnhandledCase
    | Code.UnhandledTypeInTYPECASEStatement => RETURN T.UnhandledTypecase
    | Code.StackOverflow => RETURN T.StackOverflow
    | Code.UnhandledException => RETURN T.UnhandledException
    | Code.NotInRaisesList => RETURN T.BlockedException
    | Code.UnalignedFault, Code.ViewAlignment => RETURN T.UnalignedAddress
    | Code.ArithmeticFault => RETURN T.IntegerDivideByZero
    ELSE RETURN T.Unknown
    END
  END OfFault;

BEGIN
END RuntimeError.
