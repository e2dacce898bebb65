(* 2.6.13 Type operations: VAL wants an integer. *)
=== errors
MODULE Main;
VAR n := VAL('a', INTEGER);
(*           ^ M3623: VAL wants an integer, not CHAR *)
BEGIN
END Main.
