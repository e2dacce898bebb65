(* 2.4.4 Procedures: the name after END repeats that of the heading. *)
=== errors
MODULE Main;
PROCEDURE P() = BEGIN END Q;
(*                        ^ M3003: this ends procedure P, not Q *)
BEGIN
END Main.
