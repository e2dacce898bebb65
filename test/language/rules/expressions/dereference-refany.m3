(* 2.6.3 Designators: r^ wants a fixed reference type. *)
=== errors
MODULE Main;
VAR r: REFANY; n: INTEGER;
BEGIN
  n := r^;
(*     ^ M3510: only a REF type can be dereferenced; type REFANY cannot *)
END Main.
