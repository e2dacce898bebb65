(* 2.2.9 Objects: REFANY is no object type. *)
=== errors
MODULE Main;
TYPE T = REFANY OBJECT END;
(*       ^ M3111: REFANY is not an object type, so it has no object subtypes *)
BEGIN
END Main.
