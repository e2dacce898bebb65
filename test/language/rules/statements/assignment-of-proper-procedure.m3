(* 2.3.1 Assignment: a proper procedure has no result. *)
=== errors
MODULE Main;
VAR n: INTEGER;
PROCEDURE P() = BEGIN END P;
BEGIN
  n := P();
(*     ^ M3606: P is a proper procedure: it returns no result to use in an expression *)
END Main.
