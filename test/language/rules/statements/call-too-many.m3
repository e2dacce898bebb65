(* 2.3.2 Procedure call: there are no more actuals than parameters. *)
=== errors
MODULE Main;
PROCEDURE P(a: INTEGER) = BEGIN END P;
BEGIN
  P(1, 2);
(*     ^ M3602: P has only one parameter *)
END Main.
