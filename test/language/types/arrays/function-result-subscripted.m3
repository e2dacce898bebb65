(* Arrays are passed, assigned, compared and returned as values, and are open where the formal is. *)
MODULE Main;
IMPORT IO;
TYPE A = ARRAY [0 .. 1] OF INTEGER;
PROCEDURE F(n: INTEGER): A = BEGIN RETURN A {n, n + 1} END F;
BEGIN
  IO.PutInt(F(3)[0] + F(5)[1]); IO.Put(" ");
  IO.Put("\n");
END Main.
