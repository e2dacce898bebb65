(* 2.2.7: A record with a traced field, and an array or a packed type of it, are traced. *)
=== errors
MODULE Main;
TYPE R = RECORD n: INTEGER; t: TEXT END; T = UNTRACED REF ARRAY OF R;
(*                                           ^ M3130: an untraced reference cannot refer to TEXT, which holds traced references, in a safe unit *)
BEGIN
END Main.
