(* Actuals are bound by position, by keyword, or by the formal's default; each formal exactly once, positions before keywords. *)
MODULE Main;
IMPORT IO;
PROCEDURE P(a, b: INTEGER; c := 9) = BEGIN IO.PutInt(a); IO.Put(" "); IO.PutInt(b); IO.Put(" "); IO.PutInt(c); IO.Put(" ") END P;
BEGIN
  P(1, 2); P(b := 1, a := 2); P(1, c := 3, b := 2);
  IO.Put("\n");
END Main.
