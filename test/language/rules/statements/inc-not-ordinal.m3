(* 2.3.20 Inc Dec: INC wants a variable of an ordinal type. *)
=== errors
MODULE Main;
VAR x: REAL;
BEGIN
  INC(x);
(*    ^ M3623: INC wants a variable of an ordinal type, not REAL *)
END Main.
