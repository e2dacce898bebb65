(* NEW of a record or object takes bindings of fields, and for objects of methods. *)
MODULE Main;
IMPORT IO;
TYPE T = OBJECT METHODS m(): INTEGER := One END;
PROCEDURE One(<*UNUSED*> t: T): INTEGER = BEGIN RETURN 1 END One;
PROCEDURE Two(<*UNUSED*> t: T): INTEGER = BEGIN RETURN 2 END Two;
BEGIN
  IO.PutInt(NEW(T).m()); IO.Put(" "); IO.PutInt(NEW(T, m := Two).m()); IO.Put(" ");
  IO.Put("\n");
END Main.
