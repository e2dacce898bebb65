(* 2.6.4: A base is at least 2. *)
=== errors
MODULE Main;
CONST A = 1_0;
(*        ^ M3501: the base of an integer literal is between 2 and 16 *)
BEGIN
END Main.
