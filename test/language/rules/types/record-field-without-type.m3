(* 2.2.4 Records: a field has a type, a default, or both; NIL alone has no type to give. *)
=== errors
MODULE Main;
TYPE T = RECORD a, b END;
(*              ^ M3118: a field needs a type or a default value *)
BEGIN
END Main.
