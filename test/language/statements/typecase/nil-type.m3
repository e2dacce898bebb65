(* TYPECASE takes the first arm with a type that the reference's type is a subtype of; NIL belongs to every one; no arm is a checked run-time error. *)
MODULE Main;
IMPORT IO;
PROCEDURE P(r: REFANY) = BEGIN TYPECASE r OF NULL => IO.PutInt(1); IO.Put(" ") | TEXT (t) => IO.Put(t & " ") ELSE IO.PutInt(3); IO.Put(" ") END END P;
BEGIN
  P(NIL); P("x"); P(NEW(REF CHAR));
  IO.Put("\n");
END Main.
