(* 2.6.10 Arithmetic: MIN is for ordinals and floating-point numbers. *)
=== errors
MODULE Main;
VAR t: TEXT;
BEGIN
  t := MIN("a", "b");
(*              ^ M3623: MIN wants two ordinals of one base type or two floating-point numbers of one type *)
END Main.
