=== errors
(* The value assigned must be assignable to the type of the variable: the same base type of ordinals, else a subtype either way for references. *)
MODULE Main;
VAR x: LONGREAL;
BEGIN
  x := 1.0
(*     ^ M3520: cannot assign REAL to x of type LONGREAL *)
END Main.
