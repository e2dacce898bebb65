(* 2.3.6 Raise: RAISE wants an exception. *)
=== errors
MODULE Main;
VAR n: INTEGER;
BEGIN
  RAISE n;
(*      ^ M3734: n is a variable, not an exception *)
END Main.
