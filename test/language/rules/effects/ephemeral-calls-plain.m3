(* SPIN EPHEMERAL: an EPHEMERAL procedure calls only EPHEMERAL ones. *)
=== errors
MODULE Main;
PROCEDURE P() = BEGIN END P;
EPHEMERAL PROCEDURE E() = BEGIN P() END E;
(*                              ^ M3801: E is EPHEMERAL and may call only what is EPHEMERAL; P is not *)
BEGIN
END Main.
