(* AND and OR evaluate their right operand only if the left one leaves it open; all operands are BOOLEAN. *)
MODULE Main;
IMPORT IO, Fmt;
VAR r: REF INTEGER := NIL;
BEGIN
  IO.Put(Fmt.Bool(r # NIL AND r^ = 1) & " ");
  IO.Put("\n");
END Main.
