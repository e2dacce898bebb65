(* 2.6.9 NEW: lengths are integers. *)
=== errors
MODULE Main;
VAR a := NEW(REF ARRAY OF INTEGER, 'a');
(*                                 ^ M3520: cannot assign CHAR to the length of type CARDINAL: their base types differ *)
BEGIN
END Main.
