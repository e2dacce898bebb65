=== errors
(* What is unsafe is refused in a safe unit. *)
MODULE Main;
VAR n: INTEGER; a: ADDRESS;
BEGIN
  a := ADR(n)
(*     ^ M3540: ADR is unsafe: it is only legal in an UNSAFE interface or module *)
END Main.
