=== errors
(* The value assigned must be assignable to the type of the variable: the same base type of ordinals, else a subtype either way for references. *)
MODULE Main;
VAR r: RECORD a: INTEGER END;
BEGIN
  r := NIL
(*     ^ M3520: cannot assign NULL to r of type RECORD a: INTEGER; END *)
END Main.
