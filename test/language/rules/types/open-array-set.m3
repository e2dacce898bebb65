(* 2.2.6: A set is not of arrays. *)
=== errors
MODULE Main;
TYPE T = SET OF ARRAY OF INTEGER;
(*              ^ M3109: the elements of a set must be of an ordinal type, not ARRAY OF INTEGER *)
BEGIN
END Main.
