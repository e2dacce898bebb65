=== errors
(* The value assigned must be assignable to the type of the variable: the same base type of ordinals, else a subtype either way for references. *)
MODULE Main;
VAR n: INTEGER;
BEGIN
  n := 1.0
(*     ^ M3520: cannot assign REAL to n of type INTEGER *)
END Main.
