(* 2.3.14 Repeat: the condition is a BOOLEAN. *)
=== errors
MODULE Main;
VAR n: INTEGER;
BEGIN
  REPEAT n := 0 UNTIL n;
(*                    ^ M3706: the condition of REPEAT is a BOOLEAN, not INTEGER *)
END Main.
