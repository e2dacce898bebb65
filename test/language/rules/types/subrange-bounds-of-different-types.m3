(* 2.2.1 Ordinal types: the bounds of a subrange have the same base type. *)
=== errors
MODULE Main;
TYPE T = ['a' .. 10];
(*       ^ M3106: the bounds of a subrange must have one type: these are CHAR and INTEGER *)
BEGIN
END Main.
