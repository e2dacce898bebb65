(* A method is called with the object as its first argument; subtypes inherit and override. *)
MODULE Main;
IMPORT IO;
TYPE T = OBJECT a := 1 END; U = T OBJECT a := 2 END;
VAR u := NEW(U); t: T := u;
BEGIN
  IO.PutInt(u.a); IO.Put(" "); IO.PutInt(t.a); IO.Put(" ");
  IO.Put("\n");
END Main.
