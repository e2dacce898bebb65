INTERFACE SpinException;

(* Checked run-time errors are exceptions: each arrives as "Exception" with a code that says which, in the
   procedure that made it, and can be caught. *)

TYPE
  ExceptionCode = {
    NoException, ProtectionFault, BadAddress, UnhandledException, NotInRaisesList, ASSERTFailed,
    ValueOutOfRange, SubscriptOutOfRange, IncompatibleArrayShapes, AttemptToDereferenceNIL, NARROWFailed,
    FunctionDidNotReturnValue, UnhandledValueInCASEStatement, UnhandledTypeInTYPECASEStatement,
    StackOverflow, ViewSize, ViewAlignment, NoHandlerInvoked, UnalignedFault, ArithmeticFault,
    UnknownException
  };

  ExceptionInfo = RECORD
    code: ExceptionCode;
    msg: TEXT;  (* for people; may be NIL *)
  END;

<*IMPLICIT*>
EXCEPTION Exception(ExceptionInfo);
(* Every procedure may raise it, whatever its RAISES. *)

<*EXTERNAL*>
PROCEDURE CodeName(code: ExceptionCode): TEXT;
(* The name of "code" as it stands above. *)

END SpinException.
