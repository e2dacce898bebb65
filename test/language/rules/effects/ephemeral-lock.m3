(* SPIN EPHEMERAL: LOCK may be torn off halfway. *)
=== errors
MODULE Main;
VAR m := NEW(MUTEX);
EPHEMERAL PROCEDURE E() = BEGIN LOCK m DO END END E;
(*                              ^ M3803: E is EPHEMERAL: it may be torn off and must not LOCK *)
BEGIN
END Main.
