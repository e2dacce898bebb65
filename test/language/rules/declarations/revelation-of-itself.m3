(* 2.4.8 Recursive declarations: an opaque type is not revealed as a subtype of itself. *)
=== errors
MODULE Main;
TYPE T <: ROOT;
REVEAL T = T BRANDED OBJECT END;
(*         ^ M3102: T is revealed to be a subtype of itself *)
BEGIN
END Main.
