(* A method is called with the object as its first argument; subtypes inherit and override. *)
MODULE Main;
IMPORT IO;
TYPE T = OBJECT METHODS m(): INTEGER := One END; U = T OBJECT OVERRIDES m := Two END;
PROCEDURE One(<*UNUSED*> t: T): INTEGER = BEGIN RETURN 1 END One;
PROCEDURE Two(u: U): INTEGER = BEGIN RETURN T.m(u) + 10 END Two;
BEGIN
  IO.PutInt(NEW(U).m()); IO.Put(" ");
  IO.Put("\n");
END Main.
