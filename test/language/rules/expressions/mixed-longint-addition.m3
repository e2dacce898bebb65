(* 2.6.10 Arithmetic: INTEGER and LONGINT are not added. *)
=== errors
MODULE Main;
VAR n: INTEGER;
BEGIN
  n := n + 1L;
(*     ^ M3530: + wants two numbers of one type or two equal sets, not INTEGER and LONGINT *)
END Main.
