(* Calling a NIL procedure or a method of NIL is a checked run-time error. *)
MODULE Main;
IMPORT IO, SpinException;
TYPE T = OBJECT METHODS m() END;
VAR t := NEW(T);
BEGIN
  TRY t.m(); IO.Put("none ") EXCEPT SpinException.Exception(fault) => IO.Put(SpinException.CodeName(fault.code) & " ") END;
  IO.Put("\n");
END Main.
