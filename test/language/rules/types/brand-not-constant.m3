(* 2.2.7 References: a brand is a text constant. *)
=== errors
MODULE Main;
VAR t := "b";
TYPE T = BRANDED t REF INTEGER;
(*               ^ M3502: a constant expression is wanted here, and this can only be evaluated at run time *)
BEGIN
END Main.
