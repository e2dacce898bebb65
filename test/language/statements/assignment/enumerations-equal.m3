(* The value assigned must be assignable to the type of the variable: the same base type of ordinals, else a subtype either way for references. *)
MODULE Main;
IMPORT IO;
TYPE A = {X, Y}; B = {X, Y};
VAR a: A; b := B.Y;
BEGIN
  a := b; IO.PutInt(ORD(a)); IO.Put(" ");
  IO.Put("\n");
END Main.
