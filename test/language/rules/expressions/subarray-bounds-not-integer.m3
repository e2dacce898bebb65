(* 2.6.3 Designators: the bounds of SUBARRAY are integers. *)
=== errors
MODULE Main;
VAR a: ARRAY [0 .. 3] OF CHAR;
BEGIN
  EVAL SUBARRAY(a, 'a', 1);
(*                 ^ M3520: cannot assign CHAR to the start of SUBARRAY of type CARDINAL: their base types differ *)
END Main.
