(* 2.6.9 NEW: there are no more lengths than open dimensions. *)
=== errors
MODULE Main;
VAR a := NEW(REF ARRAY OF INTEGER, 3, 4);
(*       ^ M3653: NEW wants the length of each of the 1 open dimension, and here are 2 *)
BEGIN
END Main.
