=== errors
(* The value assigned must be assignable to the type of the variable: the same base type of ordinals, else a subtype either way for references. *)
MODULE Main;
TYPE A = {X, Y}; B = {X, Y, Z};
VAR a: A;
BEGIN
  a := B.X
(*     ^ M3520: cannot assign B to a of type A: their base types differ *)
END Main.
