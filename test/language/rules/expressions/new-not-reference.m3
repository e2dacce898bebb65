(* 2.6.9 NEW: NEW wants a reference type. *)
=== errors
MODULE Main;
VAR n := NEW(INTEGER);
(*           ^ M3651: NEW cannot allocate: INTEGER is neither a REF type nor an object type *)
BEGIN
END Main.
