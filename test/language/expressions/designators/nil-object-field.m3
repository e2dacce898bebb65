(* Following NIL is a checked run-time error. *)
MODULE Main;
IMPORT IO, SpinException;
TYPE T = OBJECT a: INTEGER END;
VAR t: T := NIL;
BEGIN
  TRY t.a := 1; IO.Put("none ") EXCEPT SpinException.Exception(fault) => IO.Put(SpinException.CodeName(fault.code) & " ") END;
  IO.Put("\n");
END Main.
