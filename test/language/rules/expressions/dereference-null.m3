(* 2.6.3: A value of type NULL is not dereferenced. *)
=== errors
MODULE Main;
VAR n: NULL := NIL;
BEGIN
  EVAL n^;
(*     ^ M3510: only a REF type can be dereferenced; type NULL cannot *)
END Main.
