(* 2.4.6 Opaque types: what is hidden is not used. *)
=== errors
=== partial
MODULE Main;
TYPE T <: REFANY;
VAR t: T; n: INTEGER;
BEGIN
  n := t^;
(*     ^ M3510: only a REF type can be dereferenced; type T, an opaque type whose revelation is not visible here, cannot *)
END Main.
