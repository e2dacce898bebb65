=== errors
(* An array constructor has as many elements as the array, or ends with .. to repeat the last. *)
MODULE Main;
TYPE A = ARRAY [1 .. 4] OF INTEGER;
VAR a: A;
BEGIN
  a := A {1, 2}
(*     ^ M3554: A has 4 elements, and the constructor gives 2 *)
END Main.
