(* SPIN EPHEMERAL: methods are not EPHEMERAL. *)
=== errors
MODULE Main;
TYPE T = OBJECT METHODS m() END;
VAR t: T;
EPHEMERAL PROCEDURE E() = BEGIN t.m() END E;
(*                              ^ M3801: E is EPHEMERAL and may call only what is EPHEMERAL; method m is not *)
BEGIN
END Main.
