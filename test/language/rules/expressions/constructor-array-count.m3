(* 2.6.8 Array constructors: a fixed array gets as many elements as it has. *)
=== errors
MODULE Main;
VAR a := ARRAY [0 .. 3] OF INTEGER {1, 2, 3};
(*       ^ M3554: ARRAY [0..3] OF INTEGER has 4 elements, and the constructor gives 3 *)
BEGIN
END Main.
