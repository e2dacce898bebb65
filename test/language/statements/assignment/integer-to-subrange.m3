(* The value assigned must be assignable to the type of the variable: the same base type of ordinals, else a subtype either way for references. *)
MODULE Main;
IMPORT IO;
VAR s: [0 .. 9]; n := 7;
BEGIN
  s := n; IO.PutInt(s); IO.Put(" ");
  IO.Put("\n");
END Main.
