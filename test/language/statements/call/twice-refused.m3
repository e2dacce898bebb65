=== errors
(* Actuals are bound by position, by keyword, or by the formal's default; each formal exactly once, positions before keywords. *)
MODULE Main;
PROCEDURE P(a: INTEGER) = BEGIN END P;
BEGIN
  P(1, a := 2)
(*     ^ M3604: parameter a of P is bound twice *)
END Main.
