(* 2.6.10 Arithmetic: minus is for numbers. *)
=== errors
MODULE Main;
VAR t: TEXT;
BEGIN
  t := -t;
(*     ^ M3530: - wants a number, not TEXT *)
END Main.
