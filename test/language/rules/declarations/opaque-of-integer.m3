(* 2.4.6 Opaque types: the bound is a reference type. *)
=== errors
=== partial
MODULE Main;
TYPE T <: INTEGER;
(*        ^ M3117: an opaque type must be declared as a subtype of a reference type, not of INTEGER *)
BEGIN
END Main.
