(* Records of one structure are one type; names and order of fields and defaults count. *)
MODULE Main;
IMPORT IO;
TYPE R = RECORD p: PROCEDURE(n: INTEGER): INTEGER END;
PROCEDURE F(n: INTEGER): INTEGER = BEGIN RETURN n * 2 END F;
VAR r := R {F};
BEGIN
  IO.PutInt(r.p(4)); IO.Put(" ");
  IO.Put("\n");
END Main.
