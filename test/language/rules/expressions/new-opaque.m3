(* 2.6.9 NEW: an opaque type with a non-object bound has no known referent. *)
=== errors
=== Store.i3 imported
INTERFACE Store;
TYPE T <: REFANY;
END Store.
=== Main.m3
MODULE Main;
IMPORT Store;
VAR t := NEW(Store.T);
(*           ^ M3651: NEW cannot allocate: Store.T is opaque, and what is known of it here does not make it an object type or a REF type *)
BEGIN
END Main.
