(* 2.6.9 NEW: a field is given once. *)
=== errors
MODULE Main;
TYPE T = OBJECT a: INTEGER END;
VAR t := NEW(T, a := 1, a := 2);
(*                      ^ M3604: a is bound twice *)
BEGIN
END Main.
