=== errors
(* An EPHEMERAL procedure calls only such; a FUNCTIONAL one has no side effects besides. *)
MODULE Main;
VAR n: INTEGER;
FUNCTIONAL PROCEDURE F() =
  BEGIN
    n := 1;
(*  ^ M3811: F is FUNCTIONAL: it must not assign the global variable n *)
  END F;
BEGIN
END Main.
