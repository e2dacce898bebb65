(* 2.3.20 Inc Dec: the amount has the integer type of the variable. *)
=== errors
MODULE Main;
VAR n: INTEGER;
BEGIN
  INC(n, 1L);
(*       ^ M3623: INC wants an amount of type INTEGER, not LONGINT *)
END Main.
