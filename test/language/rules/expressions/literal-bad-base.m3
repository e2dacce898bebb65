(* 2.6.4 Numeric literals: a base is between 2 and 16. *)
=== errors
MODULE Main;
VAR n := 17_1;
(*       ^ M3501: the base of an integer literal is between 2 and 16 *)
BEGIN
END Main.
