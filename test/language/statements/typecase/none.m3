(* TYPECASE takes the first arm with a type that the reference's type is a subtype of; NIL belongs to every one; no arm is a checked run-time error. *)
MODULE Main;
IMPORT IO, SpinException;
TYPE T = OBJECT END;
VAR r: REFANY := NEW(REF CHAR);
BEGIN
  TRY TYPECASE r OF T => END; IO.Put("none ") EXCEPT SpinException.Exception(fault) => IO.Put(SpinException.CodeName(fault.code) & " ") END;
  IO.Put("\n");
END Main.
