(* 2.6.9 NEW: a method is given as a procedure constant. *)
=== errors
MODULE Main;
TYPE T = OBJECT METHODS m() END;
VAR p: PROCEDURE (self: T); t := NEW(T, m := p);
(*                                      ^ M3654: method m can only be bound to a top-level procedure *)
BEGIN
END Main.
