(* DIV rounds to minus infinity, and MOD has the sign of its right operand. *)
MODULE Main;
IMPORT IO;
BEGIN
  IO.PutInt(7 DIV 3); IO.Put(" "); IO.PutInt(-7 DIV 3); IO.Put(" "); IO.PutInt(7 DIV -3); IO.Put(" "); IO.PutInt(-7 MOD 3); IO.Put(" "); IO.PutInt(7 MOD -3); IO.Put(" ");
  IO.Put("\n");
END Main.
