(* 2.2.3 Arrays: a type fits into memory. *)
=== errors
MODULE Main;
VAR a: ARRAY INTEGER OF CHAR;
(*           ^ M3135: an array of 18446744073709551616 elements of this type does not fit into memory *)
BEGIN
END Main.
