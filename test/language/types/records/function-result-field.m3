(* Records of one structure are one type; names and order of fields and defaults count. *)
MODULE Main;
IMPORT IO;
TYPE R = RECORD a, b: INTEGER END;
PROCEDURE F(): R = BEGIN RETURN R {3, 4} END F;
BEGIN
  IO.PutInt(F().a + F().b); IO.Put(" ");
  IO.Put("\n");
END Main.
