(* 2.7 Unsafe operations: LOOPHOLE is unsafe. *)
=== errors
MODULE Main;
VAR n := 3; r: REFANY;
BEGIN
  r := LOOPHOLE(n, REFANY);
(*     ^ M3540: LOOPHOLE is unsafe: it is only legal in an UNSAFE interface or module *)
END Main.
