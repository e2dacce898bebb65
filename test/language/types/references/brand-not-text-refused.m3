=== errors
(* Reference types with one brand are one; a brand is unique in a program. *)
MODULE Main;
TYPE A = BRANDED 5 REF INTEGER;
(*               ^ P1012: expected a type, found `5` *)
BEGIN
END Main.
