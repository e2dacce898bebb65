=== errors
(* Integer literals are decimal, or with a base from 2 to 16 and an underscore; text and character literals have escapes. *)
MODULE Main;
CONST C = 17_1;
(*        ^ M3501: the base of an integer literal is between 2 and 16 *)
BEGIN
END Main.
