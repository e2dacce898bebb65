(* A method is called with the object as its first argument; subtypes inherit and override. *)
MODULE Main;
IMPORT IO;
TYPE T = OBJECT METHODS m(): INTEGER := One END; U = T OBJECT OVERRIDES m := Two END; V = U OBJECT END;
PROCEDURE One(<*UNUSED*> t: T): INTEGER = BEGIN RETURN 1 END One;
PROCEDURE Two(<*UNUSED*> t: T): INTEGER = BEGIN RETURN 2 END Two;
VAR t: T := NEW(V);
BEGIN
  IO.PutInt(NEW(T).m()); IO.Put(" "); IO.PutInt(NEW(U).m()); IO.Put(" "); IO.PutInt(t.m()); IO.Put(" ");
  IO.Put("\n");
END Main.
