(* 2.6.9 NEW: NEW wants a type with a known referent. *)
=== errors
MODULE Main;
VAR r := NEW(REFANY);
(*           ^ M3651: NEW cannot allocate: REFANY is neither a REF type nor an object type *)
BEGIN
END Main.
