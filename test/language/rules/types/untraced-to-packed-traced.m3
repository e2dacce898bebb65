(* 2.2.7: A packed type is traced if its base is. *)
=== errors
MODULE Main;
TYPE T = UNTRACED REF BITS 32 FOR TEXT;
(*       ^ M3130: an untraced reference cannot refer to BITS 32 FOR TEXT, which holds traced references, in a safe unit *)
BEGIN
END Main.
