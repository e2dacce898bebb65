(* 2.6.5: A quote in its own kind of literal has a backslash. *)
=== errors
MODULE Main;
CONST C = ''';
(*        ^ P1007: a quote in a character literal is written with a backslash *)
BEGIN
END Main.
