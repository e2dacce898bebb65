=== errors
(* An EPHEMERAL procedure calls only such; a FUNCTIONAL one has no side effects besides. *)
MODULE Main;
PROCEDURE Q() = BEGIN END Q;
EPHEMERAL PROCEDURE P() =
  BEGIN
    Q()
(*  ^ M3801: P is EPHEMERAL and may call only what is EPHEMERAL; Q is not *)
  END P;
BEGIN
END Main.
