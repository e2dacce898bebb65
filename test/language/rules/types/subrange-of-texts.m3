(* 2.2.1 Ordinal types: subranges are of ordinal types only. *)
=== errors
MODULE Main;
TYPE T = ["a" .. "z"];
(*        ^ M3106: the bounds of a subrange must be ordinal constants, not TEXT *)
BEGIN
END Main.
