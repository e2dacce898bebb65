(* NEW of a record or object takes bindings of fields, and for objects of methods. *)
MODULE Main;
IMPORT IO;
TYPE T = OBJECT a := 1; b := 2 END;
VAR t := NEW(T, a := 7);
BEGIN
  IO.PutInt(t.a); IO.Put(" "); IO.PutInt(t.b); IO.Put(" ");
  IO.Put("\n");
END Main.
