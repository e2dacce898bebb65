(* 2.2.3 Arrays: an open array is no type of a variable. *)
=== errors
MODULE Main;
VAR v: ARRAY OF CHAR;
(*     ^ M3105: a variable cannot be an open array *)
BEGIN
END Main.
