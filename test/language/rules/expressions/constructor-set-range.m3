(* 2.6.8 Set constructors: the bounds of a range are of the set's element type. *)
=== errors
MODULE Main;
VAR s := SET OF CHAR {'a' .. 9};
(*                           ^ M3520: cannot assign INTEGER to an element of the set of type CHAR: their base types differ *)
BEGIN
END Main.
