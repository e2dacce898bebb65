(* 2.4.2 Constants: a nested procedure is not constant. *)
=== errors
MODULE Main;
PROCEDURE Outer() =
  PROCEDURE Inner() = BEGIN END Inner;
  TYPE R = RECORD p := Inner END;
(*                     ^ M3502: a constant expression is wanted here, and this can only be evaluated at run time *)
  BEGIN EVAL R {} END Outer;
BEGIN
END Main.
