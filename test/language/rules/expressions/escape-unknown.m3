(* 2.6.5 Text and character literals: escapes are those of the list. *)
=== errors
MODULE Main;
VAR t := "\q";
(*        ^ P1006: `\q` is not an escape *)
BEGIN
END Main.
