=== errors
(* A set's base type is ordinal. *)
MODULE Main;
TYPE S = SET OF REAL;
(*              ^ M3109: the elements of a set must be of an ordinal type, not REAL *)
BEGIN
END Main.
