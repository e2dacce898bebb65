(* 2.2.7 References: a brand is a text constant. *)
=== errors
MODULE Main;
CONST C = 3;
TYPE T = BRANDED C REF INTEGER;
(*               ^ M3115: a brand must be a text constant *)
BEGIN
END Main.
