(* Objects are references: assignment shares them; equality is identity. *)
MODULE Main;
IMPORT IO;
TYPE T = OBJECT METHODS m(a: INTEGER; b := 7) := M END;
PROCEDURE M(<*UNUSED*> t: T; a, b: INTEGER) = BEGIN IO.PutInt(a); IO.Put(" "); IO.PutInt(b); IO.Put(" ") END M;
BEGIN
  NEW(T).m(1); NEW(T).m(b := 2, a := 3);
  IO.Put("\n");
END Main.
