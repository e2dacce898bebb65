(* 2.6.5 Text and character literals: a text literal ends on its line. *)
=== errors
MODULE Main;
VAR t := "abc
(*       ^ P1003: this text literal is not closed on its line *)
;
BEGIN
END Main.
