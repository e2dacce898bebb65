(* The value assigned must be assignable to the type of the variable: the same base type of ordinals, else a subtype either way for references. *)
MODULE Main;
IMPORT IO;
VAR any: REFANY; t := "abc";
BEGIN
  any := t; IO.Put(NARROW(any, TEXT) & " ");
  IO.Put("\n");
END Main.
