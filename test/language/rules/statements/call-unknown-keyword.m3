(* 2.3.2 Procedure call: a keyword names a parameter. *)
=== errors
MODULE Main;
PROCEDURE P(a: INTEGER) = BEGIN END P;
BEGIN
  P(b := 1);
(*  ^ M3603: P has no parameter b *)
END Main.
