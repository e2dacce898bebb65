(* 2.2.1 Ordinal types: subranges are of ordinal types only. *)
=== errors
MODULE Main;
TYPE T = [0.0 .. 1.0];
(*        ^ M3106: the bounds of a subrange must be ordinal constants, not REAL *)
BEGIN
END Main.
