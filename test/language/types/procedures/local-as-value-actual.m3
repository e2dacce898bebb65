(* A procedure may be assigned to a variable of its type; modes, types, order, result and exceptions count, names and defaults do not. *)
MODULE Main;
IMPORT IO;
PROCEDURE Twice(p: PROCEDURE()) = BEGIN p(); p() END Twice;
PROCEDURE Outer(): INTEGER =
  VAR n := 0;
  PROCEDURE Inner() = BEGIN INC(n) END Inner;
  BEGIN Twice(Inner); RETURN n END Outer;
BEGIN
  IO.PutInt(Outer()); IO.Put(" ");
  IO.Put("\n");
END Main.
