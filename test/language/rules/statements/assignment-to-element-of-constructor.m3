(* 2.3.1 Assignment: an element of a constructor is a value. *)
=== errors
MODULE Main;
BEGIN
  (ARRAY [0 .. 1] OF INTEGER {1, 2})[0] := 2;
(*^ M3701: only a variable (a writable designator) can be assigned, and this is a value *)
END Main.
