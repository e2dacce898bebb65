(* 2.2.9 Objects: an untraced object has an untraced supertype. *)
=== errors
MODULE Main;
TYPE T = UNTRACED ROOT OBJECT t: TEXT END;
(*                            ^ M3130: an untraced object cannot have a field of type TEXT, a traced reference, in a safe unit *)
BEGIN
END Main.
