(* TYPECASE takes the first arm with a type that the reference's type is a subtype of; NIL belongs to every one; no arm is a checked run-time error. *)
MODULE Main;
IMPORT IO, SpinException;
TYPE T = OBJECT END; U = T OBJECT n := 5 END;
PROCEDURE P(r: REFANY) = BEGIN TYPECASE r OF U (u) => IO.PutInt(u.n); IO.Put(" ") | T => IO.PutInt(2); IO.Put(" ") | REF INTEGER (p) => IO.PutInt(p^); IO.Put(" ") ELSE IO.PutInt(0); IO.Put(" ") END END P;
VAR p := NEW(REF INTEGER);
BEGIN
  p^ := 9; P(NEW(U)); P(NEW(T)); P(p); P("text"); TRY P(NIL); IO.Put("none ") EXCEPT SpinException.Exception(fault) => IO.Put(SpinException.CodeName(fault.code) & " ") END;
  IO.Put("\n");
END Main.
