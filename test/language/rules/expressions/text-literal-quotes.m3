(* 2.6.5: A text literal with a quote of its own kind is not closed. *)
=== errors
MODULE Main;
CONST T = """;
(*          ^ P1003: this text literal is not closed on its line *)
BEGIN
END Main.
