(* 2.7 Unsafe operations: DISPOSE of an untraced reference is unsafe. *)
=== errors
MODULE Main;
VAR r := NEW(UNTRACED REF INTEGER);
BEGIN
  DISPOSE(r);
(*^ M3540: DISPOSE of an untraced reference is unsafe: it is only legal in an UNSAFE interface or module *)
END Main.
