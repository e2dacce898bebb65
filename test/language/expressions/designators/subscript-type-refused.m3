=== errors
(* A subscript is assignable to the index type and within it; else it is a checked run-time error. *)
MODULE Main;
VAR a: ARRAY [0 .. 2] OF INTEGER;
BEGIN
  a['a'] := 1
(*  ^ M3520: cannot assign CHAR to the subscript of type [0..2]: their base types differ *)
END Main.
