=== errors
(* Actuals are bound by position, by keyword, or by the formal's default; each formal exactly once, positions before keywords. *)
MODULE Main;
PROCEDURE P(a, b: INTEGER) = BEGIN END P;
BEGIN
  P(a := 1, 2)
(*          ^ M3605: positional arguments must precede those with keywords *)
END Main.
