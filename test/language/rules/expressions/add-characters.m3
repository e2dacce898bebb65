(* 2.6.10 Arithmetic: characters are not numbers. *)
=== errors
MODULE Main;
VAR c: CHAR;
BEGIN
  c := c + 'a';
(*     ^ M3530: + wants two numbers of one type or two equal sets, not CHAR and CHAR *)
END Main.
