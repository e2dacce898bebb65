(* 2.2.6 Sets: the element type has few enough values. *)
=== errors
MODULE Main;
TYPE T = SET OF INTEGER;
(*              ^ M3134: a set of INTEGER would be too large *)
BEGIN
END Main.
