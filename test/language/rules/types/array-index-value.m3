(* 2.2.3 Arrays: the index type is a type. *)
=== errors
MODULE Main;
TYPE T = ARRAY 10 OF CHAR;
(*             ^ P1013: expected OF, found `10` *)
BEGIN
END Main.
