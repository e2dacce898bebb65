(* 2.2.9 Objects: a method's procedure is a top-level procedure. *)
=== errors
MODULE Main;
PROCEDURE Outer() =
  TYPE T = OBJECT METHODS m() := Inner END;
(*                               ^ M3502: a constant expression is wanted here, and this can only be evaluated at run time *)
  PROCEDURE Inner(self: T) = BEGIN END Inner;
  BEGIN EVAL NEW(T) END Outer;
BEGIN
END Main.
