(* 2.3.20 Inc Dec: DEC wants a variable of an ordinal type. *)
=== errors
MODULE Main;
VAR s: SET OF [0 .. 3];
BEGIN
  DEC(s);
(*    ^ M3623: DEC wants a variable of an ordinal type, not SET OF [0..3] *)
END Main.
