(* A procedure's heading and END have one name; formals have distinct names; a formal has a type or a default. *)
MODULE Main;
IMPORT IO;
PROCEDURE F(n: INTEGER): INTEGER = BEGIN IF n = 0 THEN RETURN 1 ELSE RETURN n * F(n - 1) END END F;
BEGIN
  IO.PutInt(F(10)); IO.Put(" ");
  IO.Put("\n");
END Main.
