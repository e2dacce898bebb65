=== errors
(* NEW of a REF to an open array takes the sizes of its open dimensions; a negative one is a checked run-time error. *)
MODULE Main;
VAR a: REF ARRAY OF INTEGER;
BEGIN
  a := NEW(REF ARRAY OF INTEGER, 'a')
(*                               ^ M3520: cannot assign CHAR to the length of type CARDINAL: their base types differ *)
END Main.
