(* A record constructor binds every field by position, by name or by default, each once. *)
MODULE Main;
IMPORT IO;
TYPE R = RECORD a, b: INTEGER; c := 9 END;
PROCEDURE P(READONLY r: R) = BEGIN IO.PutInt(r.a); IO.Put(" "); IO.PutInt(r.b); IO.Put(" "); IO.PutInt(r.c); IO.Put(" ") END P;
BEGIN
  P(R {1, 2}); P(R {b := 1, a := 2}); P(R {1, c := 3, b := 4});
  IO.Put("\n");
END Main.
