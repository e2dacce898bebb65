(* 2.3.18 Typecase: the selector is a reference. *)
=== errors
MODULE Main;
VAR n: INTEGER;
BEGIN
  TYPECASE n OF INTEGER => ELSE END;
(*         ^ M3713: TYPECASE selects by the type of an object or a traced reference, and this is of type INTEGER *)
END Main.
