(* 2.6.10 Arithmetic: TRUNC is for floating-point numbers. *)
=== errors
MODULE Main;
VAR n := TRUNC("1");
(*             ^ M3623: TRUNC wants a floating-point number, not TEXT *)
BEGIN
END Main.
