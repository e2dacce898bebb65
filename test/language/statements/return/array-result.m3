(* RETURN ends a procedure; with a value exactly in functions, where it must be assignable to the result type. *)
MODULE Main;
IMPORT IO;
TYPE A = ARRAY [0 .. 1] OF INTEGER;
PROCEDURE F(): A = BEGIN RETURN A {3, 4} END F;
BEGIN
  IO.PutInt(F()[1]); IO.Put(" ");
  IO.Put("\n");
END Main.
