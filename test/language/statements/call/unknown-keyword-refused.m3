=== errors
(* Actuals are bound by position, by keyword, or by the formal's default; each formal exactly once, positions before keywords. *)
MODULE Main;
PROCEDURE P(a: INTEGER) = BEGIN END P;
BEGIN
  P(b := 2)
(*  ^ M3603: P has no parameter b *)
END Main.
