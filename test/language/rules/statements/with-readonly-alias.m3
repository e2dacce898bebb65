(* 2.3.15 With: an alias is writable if its designator is. *)
=== errors
MODULE Main;
PROCEDURE P(READONLY r: RECORD a: INTEGER END) = BEGIN WITH w = r.a DO w := 3 END END P;
(*                                                                     ^ M3702: this cannot be assigned: w is bound by WITH to something that is not writable *)
BEGIN
END Main.
