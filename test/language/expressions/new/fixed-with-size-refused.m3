=== errors
(* NEW of a REF to an open array takes the sizes of its open dimensions; a negative one is a checked run-time error. *)
MODULE Main;
VAR a: REF ARRAY [0 .. 1] OF INTEGER;
BEGIN
  a := NEW(REF ARRAY [0 .. 1] OF INTEGER, 2)
(*     ^ M3653: NEW takes nothing after this type, and here is 1 *)
END Main.
