(* AND and OR evaluate their right operand only if the left one leaves it open; all operands are BOOLEAN. *)
MODULE Main;
IMPORT IO, Fmt;
BEGIN
  IO.Put(Fmt.Bool(TRUE OR FALSE AND FALSE) & " "); IO.Put(Fmt.Bool(NOT FALSE AND FALSE) & " "); IO.Put(Fmt.Bool(NOT 1 = 2) & " ");
  IO.Put("\n");
END Main.
