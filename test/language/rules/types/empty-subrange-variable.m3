(* 2.2.1 Ordinal types: there is no variable of an empty type. *)
=== errors
MODULE Main;
TYPE Empty = [1 .. 0];
VAR v: Empty;
(*     ^ M3119: this type has no values, so no variable can have it *)
BEGIN
END Main.
