=== errors
(* What is unsafe is refused in a safe unit. *)
MODULE Main;
VAR n: INTEGER; r: REFANY;
BEGIN
  n := LOOPHOLE(r, INTEGER)
(*     ^ M3540: LOOPHOLE is unsafe: it is only legal in an UNSAFE interface or module *)
END Main.
