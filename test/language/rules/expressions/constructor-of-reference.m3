(* 2.6.8 Constructors: there are constructors of sets, arrays and records only. *)
=== errors
MODULE Main;
TYPE T = REF INTEGER;
VAR t := T {1};
(*       ^ M3550: a constructor wants a set, array or record type before its braces, not T *)
BEGIN
END Main.
