(* 2.6.3 Designators: r^ wants a reference. *)
=== errors
MODULE Main;
VAR n: INTEGER;
BEGIN
  n := n^;
(*     ^ M3510: only a REF type can be dereferenced; type INTEGER cannot *)
END Main.
