(* DIV rounds to minus infinity, and MOD has the sign of its right operand. *)
MODULE Main;
IMPORT IO, Fmt;
VAR n := FIRST(INTEGER); m := -1;
BEGIN
  IO.Put(Fmt.Bool(n DIV m = n) & " "); IO.PutInt(n MOD m); IO.Put(" ");
  IO.Put("\n");
END Main.
