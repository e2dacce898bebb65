=== errors
(* FIRST, LAST and NUMBER of an ordinal type or an array. *)
MODULE Main;
TYPE R = RECORD a: INTEGER END;
CONST C = FIRST(R);
(*              ^ M3623: FIRST wants an ordinal type, an array type or an array, not R *)
BEGIN
END Main.
