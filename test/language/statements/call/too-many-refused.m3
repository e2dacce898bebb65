=== errors
(* Actuals are bound by position, by keyword, or by the formal's default; each formal exactly once, positions before keywords. *)
MODULE Main;
PROCEDURE P(a: INTEGER) = BEGIN END P;
BEGIN
  P(1, 2)
(*     ^ M3602: P has only one parameter *)
END Main.
