=== errors
(* Integer literals are decimal, or with a base from 2 to 16 and an underscore; text and character literals have escapes. *)
MODULE Main;
CONST C = 8_9;
(*        ^ M3501: a digit of this literal does not belong to base 8 *)
BEGIN
END Main.
