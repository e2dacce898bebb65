(* SPIN EPHEMERAL: a procedure value is called if its type is EPHEMERAL. *)
=== errors
MODULE Main;
VAR p: PROCEDURE ();
EPHEMERAL PROCEDURE E() = BEGIN p() END E;
(*                              ^ M3801: E is EPHEMERAL and may call only what is EPHEMERAL; a procedure of type PROCEDURE () is not *)
BEGIN
END Main.
