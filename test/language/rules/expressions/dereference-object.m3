(* 2.6.3 Designators: objects are not dereferenced. *)
=== errors
MODULE Main;
VAR o := NEW(OBJECT a: INTEGER END);
BEGIN
  EVAL o^;
(*     ^ M3510: only a REF type can be dereferenced; type OBJECT a: INTEGER; END cannot *)
END Main.
