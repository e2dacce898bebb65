(* 2.2.3 Arrays: the index type is an ordinal type. *)
=== errors
MODULE Main;
TYPE T = ARRAY REAL OF CHAR;
(*             ^ M3108: the index type of an array must be an ordinal type, not REAL *)
BEGIN
END Main.
