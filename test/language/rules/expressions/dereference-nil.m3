(* 2.6.3 Designators: NIL is not dereferenced. *)
=== errors
MODULE Main;
VAR n: INTEGER;
BEGIN
  n := NIL^;
(*     ^ M3510: only a REF type can be dereferenced; type NULL cannot *)
END Main.
