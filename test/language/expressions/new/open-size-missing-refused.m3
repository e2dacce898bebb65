=== errors
(* NEW of a REF to an open array takes the sizes of its open dimensions; a negative one is a checked run-time error. *)
MODULE Main;
VAR a: REF ARRAY OF INTEGER;
BEGIN
  a := NEW(REF ARRAY OF INTEGER)
(*     ^ M3653: NEW wants the length of each of the 1 open dimension, and here are 0 *)
END Main.
