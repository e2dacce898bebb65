(* 2.3.1 Assignment: a constant is not writable. *)
=== errors
MODULE Main;
CONST C = 3;
BEGIN
  C := 4;
(*^ M3701: only a variable (a writable designator) can be assigned, and this is a value *)
END Main.
