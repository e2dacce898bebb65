(* 2.3.1 Assignment: there is no conversion between integers and reals. *)
=== errors
MODULE Main;
VAR x: REAL;
BEGIN
  x := 1;
(*     ^ M3520: cannot assign INTEGER to x of type REAL *)
END Main.
