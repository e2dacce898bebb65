(* ISTYPE asks for a reference's type, NIL belonging to every one; NARROW checks it. *)
MODULE Main;
IMPORT IO, Fmt, SpinException;
TYPE T = OBJECT END; U = T OBJECT a := 4 END;
VAR t: T := NEW(T);
BEGIN
  TRY EVAL NARROW(t, U).a; IO.Put("none ") EXCEPT SpinException.Exception(fault) => IO.Put(SpinException.CodeName(fault.code) & " ") END; t := NEW(U); IO.PutInt(NARROW(t, U).a); IO.Put(" "); t := NIL; IO.Put(Fmt.Bool(NARROW(t, U) = NIL) & " ");
  IO.Put("\n");
END Main.
