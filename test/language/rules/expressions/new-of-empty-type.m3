(* 2.6.9 New: nothing is allocated whose type is empty, nor REFANY, ADDRESS or NULL. *)
=== errors
=== Main.m3
MODULE Main;
BEGIN
  EVAL NEW(REF [1 .. 0]);
(*             ^ M3119: this type has no values, so nothing can be referred to *)
  EVAL NEW(ADDRESS);
(*         ^ M3651: NEW cannot allocate: ADDRESS is neither a REF type nor an object type *)
  EVAL NEW(NULL);
(*         ^ M3651: NEW cannot allocate: NULL is neither a REF type nor an object type *)
END Main.
