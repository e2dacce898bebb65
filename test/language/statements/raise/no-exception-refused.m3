=== errors
(* RAISE wants an exception, with an argument exactly if it was declared with one. *)
MODULE Main;
VAR n: INTEGER;
BEGIN
  RAISE n
(*      ^ M3734: n is a variable, not an exception *)
END Main.
