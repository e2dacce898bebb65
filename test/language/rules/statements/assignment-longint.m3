(* 2.3.1 Assignment: there is no conversion between INTEGER and LONGINT. *)
=== errors
MODULE Main;
VAR n: INTEGER;
BEGIN
  n := 1L;
(*     ^ M3520: cannot assign LONGINT to n of type INTEGER: their base types differ *)
END Main.
