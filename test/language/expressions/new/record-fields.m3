(* NEW of a record or object takes bindings of fields, and for objects of methods. *)
MODULE Main;
IMPORT IO;
TYPE R = RECORD a := 1; b := 2 END;
VAR r := NEW(REF R, b := 5);
BEGIN
  IO.PutInt(r.a); IO.Put(" "); IO.PutInt(r.b); IO.Put(" ");
  IO.Put("\n");
END Main.
