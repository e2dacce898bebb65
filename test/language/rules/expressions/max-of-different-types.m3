(* 2.6.10 Arithmetic: MAX is for two values of one ordinal or floating-point type. *)
=== errors
MODULE Main;
VAR n: INTEGER;
BEGIN
  n := MAX(1, 2.0);
(*            ^ M3623: MAX wants two ordinals of one base type or two floating-point numbers of one type *)
END Main.
