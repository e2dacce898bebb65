(* 2.6.9 NEW: a method's procedure fits its signature. *)
=== errors
MODULE Main;
TYPE T = OBJECT METHODS m() RAISES {} END;
PROCEDURE P(self: T) RAISES ANY = BEGIN EVAL self END P;
VAR t := NEW(T, m := P);
(*              ^ M3655: P does not satisfy method m: it may raise anything *)
BEGIN
END Main.
