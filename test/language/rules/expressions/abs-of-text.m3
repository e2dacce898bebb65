(* 2.6.10 Arithmetic: ABS is for numbers. *)
=== errors
MODULE Main;
VAR n: INTEGER;
BEGIN
  n := ABS("x");
(*         ^ M3623: ABS wants a number, not TEXT *)
END Main.
