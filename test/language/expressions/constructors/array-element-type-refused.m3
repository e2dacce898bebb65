=== errors
(* An array constructor has as many elements as the array, or ends with .. to repeat the last. *)
MODULE Main;
TYPE A = ARRAY [0 .. 1] OF INTEGER;
VAR a: A;
BEGIN
  a := A {1, 'b'}
(*           ^ M3520: cannot assign CHAR to an element of the array of type INTEGER: their base types differ *)
END Main.
