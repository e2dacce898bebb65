(* 2.2.8: The names of a procedure variable's parameters are those of its type. *)
=== errors
MODULE Main;
PROCEDURE P(n: INTEGER) = BEGIN EVAL n END P;
VAR q: PROCEDURE (m: INTEGER) := P;
BEGIN
  q(n := 1);
(*  ^ M3603: q has no parameter n *)
END Main.
