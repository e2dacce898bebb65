(* 2.6.5 Text and character literals: a character literal has one character. *)
=== errors
MODULE Main;
VAR c := 'ab';
(*       ^ P1007: a character literal holds exactly one character *)
BEGIN
END Main.
