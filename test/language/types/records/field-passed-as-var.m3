(* Records of one structure are one type; names and order of fields and defaults count. *)
MODULE Main;
IMPORT IO;
TYPE R = RECORD a, b: INTEGER END;
VAR r := R {1, 2};
PROCEDURE P(VAR n: INTEGER) = BEGIN n := 5 END P;
BEGIN
  P(r.b); IO.PutInt(r.a); IO.Put(" "); IO.PutInt(r.b); IO.Put(" ");
  IO.Put("\n");
END Main.
