(* 2.2.9: The fields of an untraced object are untraced in a safe unit. *)
=== errors
MODULE Main;
TYPE T = UNTRACED ROOT OBJECT n: INTEGER; t: TEXT END;
(*                                        ^ M3130: an untraced object cannot have a field of type TEXT, a traced reference, in a safe unit *)
BEGIN
END Main.
