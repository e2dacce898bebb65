(* 2.3.1 Assignment: the value is assignable to the type of the variable. *)
=== errors
MODULE Main;
VAR c: CHAR;
BEGIN
  c := 65;
(*     ^ M3520: cannot assign INTEGER to c of type CHAR: their base types differ *)
END Main.
