(* Records of one structure are one type; names and order of fields and defaults count. *)
MODULE Main;
IMPORT IO;
TYPE A = RECORD x: INTEGER END; B = RECORD x: INTEGER END;
VAR a := A {4}; b: B;
BEGIN
  b := a; IO.PutInt(b.x); IO.Put(" ");
  IO.Put("\n");
END Main.
