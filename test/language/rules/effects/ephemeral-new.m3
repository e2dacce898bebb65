(* SPIN EPHEMERAL: NEW may be torn off halfway. *)
=== errors
MODULE Main;
VAR r: REF INTEGER;
EPHEMERAL PROCEDURE E() = BEGIN r := NEW(REF INTEGER) END E;
(*                                   ^ M3802: E is EPHEMERAL: it must not use NEW *)
BEGIN
END Main.
