(* Objects are references: assignment shares them; equality is identity. *)
MODULE Main;
IMPORT IO;
TYPE T = OBJECT METHODS m(): INTEGER := M END;
PROCEDURE M(<*UNUSED*> t: T): INTEGER = BEGIN RETURN 6 END M;
VAR p := T.m;
BEGIN
  IO.PutInt(p(NEW(T))); IO.Put(" ");
  IO.Put("\n");
END Main.
