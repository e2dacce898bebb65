(* 2.4.6: The bound of an opaque type is a reference type, not one that holds references. *)
=== errors
MODULE Main;
TYPE T <: ARRAY [0 .. 1] OF TEXT;
(*        ^ M3117: an opaque type must be declared as a subtype of a reference type, not of ARRAY [0..1] OF TEXT *)
BEGIN
END Main.
