=== errors
(* A method is called with the object as its first argument; subtypes inherit and override. *)
MODULE Main;
PROCEDURE Outer() =
  PROCEDURE P(t: ROOT) = BEGIN EVAL t END P;
  TYPE T = OBJECT METHODS m() := P END;
(*                               ^ M3502: a constant expression is wanted here, and this can only be evaluated at run time *)
  BEGIN EVAL NEW(T) END Outer;
BEGIN
END Main.
