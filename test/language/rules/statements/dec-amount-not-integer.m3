(* 2.3.20 Inc Dec: the amount is an integer. *)
=== errors
MODULE Main;
VAR n: INTEGER;
BEGIN
  DEC(n, 'a');
(*       ^ M3623: DEC wants an amount of type INTEGER, not CHAR *)
END Main.
