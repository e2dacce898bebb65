=== errors
(* The value assigned must be assignable to the type of the variable: the same base type of ordinals, else a subtype either way for references. *)
MODULE Main;
VAR r: REAL;
BEGIN
  r := 1
(*     ^ M3520: cannot assign INTEGER to r of type REAL *)
END Main.
