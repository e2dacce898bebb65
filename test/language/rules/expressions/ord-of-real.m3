(* 2.6.13 Type operations: ORD is of ordinals. *)
=== errors
MODULE Main;
VAR n := ORD(1.0);
(*           ^ M3623: ORD wants an ordinal, not REAL *)
BEGIN
END Main.
