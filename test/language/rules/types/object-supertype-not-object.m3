(* 2.2.9 Objects: the supertype of an object type is an object type. *)
=== errors
MODULE Main;
TYPE T = REF INTEGER;
  U = T OBJECT END;
(*    ^ M3111: T is not an object type, so it has no object subtypes *)
BEGIN
END Main.
