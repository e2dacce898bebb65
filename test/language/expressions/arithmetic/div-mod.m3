(* DIV rounds to minus infinity, and MOD has the sign of its right operand. *)
MODULE Main;
IMPORT IO;
VAR a := 7; b := -7; c := 2; d := -2;
BEGIN
  IO.PutInt(a DIV c); IO.Put(" "); IO.PutInt(b DIV c); IO.Put(" "); IO.PutInt(a DIV d); IO.Put(" "); IO.PutInt(b DIV d); IO.Put(" "); IO.PutInt(a MOD c); IO.Put(" "); IO.PutInt(b MOD c); IO.Put(" "); IO.PutInt(a MOD d); IO.Put(" "); IO.PutInt(b MOD d); IO.Put(" ");
  IO.Put("\n");
END Main.
