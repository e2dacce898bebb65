(* 2.3.2 Procedure call: actuals by position precede those with keywords. *)
=== errors
MODULE Main;
PROCEDURE P(a, b: INTEGER := 0) = BEGIN END P;
BEGIN
  P(b := 1, 2);
(*          ^ M3605: positional arguments must precede those with keywords *)
END Main.
