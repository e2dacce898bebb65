(* 2.6.3 Designators: an ADDRESS has no referent. *)
=== errors
MODULE Main;
VAR a: ADDRESS; n: INTEGER;
BEGIN
  n := a^;
(*     ^ M3510: only a REF type can be dereferenced; type ADDRESS cannot *)
END Main.
