(* 2.4.5 Exceptions: an exception is no value. *)
=== errors
MODULE Main;
EXCEPTION E;
VAR v: INTEGER;
BEGIN
  v := E;
(*     ^ M3403: E is an exception; an expression is wanted here *)
END Main.
