(* AND and OR evaluate their right operand only if the left one leaves it open; all operands are BOOLEAN. *)
MODULE Main;
IMPORT IO, Fmt;
PROCEDURE B(n: INTEGER; r: BOOLEAN): BOOLEAN = BEGIN IO.PutInt(n); IO.Put(" "); RETURN r END B;
BEGIN
  IO.Put(Fmt.Bool(B(1, FALSE) AND B(2, TRUE)) & " "); IO.Put(Fmt.Bool(B(3, TRUE) OR B(4, TRUE)) & " "); IO.Put(Fmt.Bool(B(5, TRUE) AND B(6, FALSE)) & " ");
  IO.Put("\n");
END Main.
