(* 2.2.7 References: in a safe unit an untraced reference does not lead to traced ones. *)
=== errors
MODULE Main;
TYPE T = UNTRACED REF TEXT;
(*       ^ M3130: an untraced reference cannot refer to TEXT, which holds traced references, in a safe unit *)
BEGIN
END Main.
