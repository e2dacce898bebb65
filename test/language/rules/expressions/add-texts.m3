(* 2.6.10 Arithmetic: texts are not added. *)
=== errors
MODULE Main;
VAR t: TEXT;
BEGIN
  t := t + "x";
(*     ^ M3530: + wants two numbers of one type or two equal sets, not TEXT and TEXT *)
END Main.
