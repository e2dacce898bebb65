(* SPIN FUNCTIONAL: a FUNCTIONAL procedure is not nested. *)
=== errors
MODULE Main;
PROCEDURE P() =
  FUNCTIONAL PROCEDURE F(): BOOLEAN = BEGIN RETURN TRUE END F;
(*                     ^ M3810: F is nested in P, and a FUNCTIONAL procedure cannot be nested *)
  BEGIN EVAL F() END P;
BEGIN
END Main.
