(* 2.6.8 Constructors: objects are made by NEW. *)
=== errors
MODULE Main;
TYPE T = OBJECT a: INTEGER END;
VAR t := T {a := 1};
(*       ^ M3550: a constructor wants a set, array or record type before its braces, not T *)
BEGIN
END Main.
