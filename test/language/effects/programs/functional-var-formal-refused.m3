=== errors
(* An EPHEMERAL procedure calls only such; a FUNCTIONAL one has no side effects besides. *)
MODULE Main;
FUNCTIONAL PROCEDURE F(VAR n: INTEGER) =
  BEGIN
    n := 1;
(*  ^ M3811: F is FUNCTIONAL: it must not assign the VAR parameter n *)
  END F;
BEGIN
END Main.
