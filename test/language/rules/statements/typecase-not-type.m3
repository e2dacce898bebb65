(* 2.3.18 Typecase: branches name types. *)
=== errors
MODULE Main;
VAR r: REFANY; n: INTEGER;
BEGIN
  TYPECASE r OF n => ELSE END;
(*              ^ M3104: n is a variable, not a type *)
END Main.
