(* 2.7 Unsafe operations: ADR is unsafe. *)
=== errors
MODULE Main;
VAR n := 3; a: ADDRESS;
BEGIN
  a := ADR(n);
(*     ^ M3540: ADR is unsafe: it is only legal in an UNSAFE interface or module *)
END Main.
