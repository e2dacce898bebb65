(* 2.3.1 Assignment: there is no conversion between floating-point types. *)
=== errors
MODULE Main;
VAR x: REAL;
BEGIN
  x := 1.0d0;
(*     ^ M3520: cannot assign LONGREAL to x of type REAL *)
END Main.
