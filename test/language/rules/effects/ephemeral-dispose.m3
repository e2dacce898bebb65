(* SPIN EPHEMERAL: DISPOSE may be torn off halfway. *)
=== errors
MODULE Main;
VAR r: REF INTEGER;
EPHEMERAL PROCEDURE E() = BEGIN DISPOSE(r) END E;
(*                              ^ M3802: E is EPHEMERAL: it must not use DISPOSE *)
BEGIN
END Main.
