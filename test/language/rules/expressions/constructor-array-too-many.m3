(* 2.6.8 Array constructors: a fixed array gets as many elements as it has. *)
=== errors
MODULE Main;
VAR a := ARRAY [0 .. 1] OF INTEGER {1, 2, 3};
(*       ^ M3554: ARRAY [0..1] OF INTEGER has 2 elements, and the constructor gives 3 *)
BEGIN
END Main.
