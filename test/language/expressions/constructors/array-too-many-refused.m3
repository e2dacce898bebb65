=== errors
(* An array constructor has as many elements as the array, or ends with .. to repeat the last. *)
MODULE Main;
TYPE A = ARRAY [1 .. 2] OF INTEGER;
VAR a: A;
BEGIN
  a := A {1, 2, 3}
(*     ^ M3554: A has 2 elements, and the constructor gives 3 *)
END Main.
