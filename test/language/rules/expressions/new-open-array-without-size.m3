(* 2.6.9 NEW: an open array gets its lengths. *)
=== errors
MODULE Main;
VAR a := NEW(REF ARRAY OF INTEGER);
(*       ^ M3653: NEW wants the length of each of the 1 open dimension, and here are 0 *)
BEGIN
END Main.
