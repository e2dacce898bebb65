INTERFACE RuntimeError;

(* Checked run-time errors as Modula-3 programs elsewhere know them. They arrive as "SpinException.Exception"; a TRY with a handler for "E" takes them as "E",
   unless it has one for "SpinException.Exception" as well. *)

IMPORT SpinException;

TYPE
  T = {
    AssertFailed, ValueOutOfRange, SubscriptOutOfRange, IncompatibleArrayShape, BadMemoryReference, NarrowFailed,
    NoReturnValue, UnhandledCase, UnhandledTypecase, StackOverflow, OutOfMemory, UnalignedAddress, UnhandledException,
    BlockedException, IntegerOverflow, IntegerDivideByZero, FloatDivideByZero, FloatOverflow, FloatUnderflow,
    FloatInexact, FloatInvalid, DuplicateBrand, MissingType, SupertypeCycle, OpaqueTypeRedefined,
    InconsistentRevelation, UndefinedMethod, PrivilegedInstruction, SystemError, Unknown
  };

<*IMPLICIT*>
EXCEPTION E(T);

PROCEDURE Tag(t: T): TEXT;
(* What happened, for people. *)

PROCEDURE OfFault(READONLY info: SpinException.ExceptionInfo): T;
(* The element of "T" for a checked run-time error: "BadMemoryReference" for a reference that is NIL, "IntegerDivideByZero" for an arithmetic fault,
   "Unknown" for what only this system knows. *)

END RuntimeError.
