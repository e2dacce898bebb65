=== errors
(* An EPHEMERAL procedure calls only such; a FUNCTIONAL one has no side effects besides. *)
MODULE Main;
VAR p: EPHEMERAL PROCEDURE();
PROCEDURE Q() = BEGIN END Q;
BEGIN
  p := Q
(*     ^ M3520: cannot assign PROCEDURE () to p of type EPHEMERAL PROCEDURE (): it is not EPHEMERAL *)
END Main.
