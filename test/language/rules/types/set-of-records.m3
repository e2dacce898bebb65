(* 2.2.6 Sets: the element type is an ordinal type. *)
=== errors
MODULE Main;
TYPE T = SET OF RECORD a: BOOLEAN END;
(*              ^ M3109: the elements of a set must be of an ordinal type, not RECORD a: BOOLEAN; END *)
BEGIN
END Main.
