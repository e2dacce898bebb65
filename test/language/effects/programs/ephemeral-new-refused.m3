=== errors
(* An EPHEMERAL procedure calls only such; a FUNCTIONAL one has no side effects besides. *)
MODULE Main;
EPHEMERAL PROCEDURE P() =
  BEGIN
    EVAL NEW(REF INTEGER)
(*       ^ M3802: P is EPHEMERAL: it must not use NEW *)
  END P;
BEGIN
END Main.
