(* 2.3.18: The selector is not an ADDRESS, nor another untraced reference. *)
=== errors
MODULE Main;
VAR a: ADDRESS := NIL;
BEGIN
  TYPECASE a OF NULL => ELSE END;
(*         ^ M3713: TYPECASE selects by the type of an object or a traced reference, and this is of type ADDRESS *)
END Main.
