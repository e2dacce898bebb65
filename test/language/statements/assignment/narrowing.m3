(* Object references are assigned with a check where the variable's type is a subtype. *)
MODULE Main;
IMPORT IO, SpinException;
TYPE T = OBJECT n := 1 END; U = T OBJECT k := 2 END;
VAR t: T := NEW(U); u: U;
BEGIN
  u := t; IO.PutInt(u.k); IO.Put(" "); t := NEW(T); TRY u := t; IO.Put("none ") EXCEPT SpinException.Exception(fault) => IO.Put(SpinException.CodeName(fault.code) & " ") END;
  IO.Put("\n");
END Main.
