(* 2.6.8 Array constructors: elements are assignable to the element type. *)
=== errors
MODULE Main;
VAR a := ARRAY [0 .. 1] OF INTEGER {1, 'a'};
(*                                     ^ M3520: cannot assign CHAR to an element of the array of type INTEGER: their base types differ *)
BEGIN
END Main.
