(* 2.3.18 Typecase: the selector is a traced reference or an object. *)
=== errors
MODULE Main;
VAR r: UNTRACED REF INTEGER;
BEGIN
  TYPECASE r OF UNTRACED REF INTEGER => ELSE END;
(*         ^ M3713: TYPECASE selects by the type of an object or a traced reference, and this is of type UNTRACED REF INTEGER *)
END Main.
