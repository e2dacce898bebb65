=== errors
(* The value assigned must be assignable to the type of the variable: the same base type of ordinals, else a subtype either way for references. *)
MODULE Main;
VAR n: INTEGER;
BEGIN
  n := TRUE
(*     ^ M3520: cannot assign BOOLEAN to n of type INTEGER: their base types differ *)
END Main.
