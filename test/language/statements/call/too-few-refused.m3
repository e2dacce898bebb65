=== errors
(* Actuals are bound by position, by keyword, or by the formal's default; each formal exactly once, positions before keywords. *)
MODULE Main;
PROCEDURE P(a, b: INTEGER) = BEGIN END P;
BEGIN
  P(1)
(*^ M3601: parameter b of P is not bound and has no default *)
END Main.
