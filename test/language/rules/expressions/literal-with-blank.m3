(* 2.6.4: There are no blanks in a number. *)
=== errors
MODULE Main;
CONST A = 16_ FF;
(*        ^ P1005: a based integer needs digits after the `_` *)
BEGIN
END Main.
