=== errors
(* Integer literals are decimal, or with a base from 2 to 16 and an underscore; text and character literals have escapes. *)
MODULE Main;
CONST C = 9223372036854775808;
(*        ^ M3501: this literal exceeds LAST(INTEGER) *)
BEGIN
END Main.
