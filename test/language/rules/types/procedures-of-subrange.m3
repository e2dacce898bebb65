(* 2.2.8: Corresponding parameters of related procedure types have the same type; a subtype will not do. *)
=== errors
MODULE Main;
PROCEDURE P(n: INTEGER) = BEGIN EVAL n END P;
VAR q: PROCEDURE (n: CARDINAL) := P;
(*                                ^ M3520: cannot assign PROCEDURE (n: INTEGER) to variable q of type PROCEDURE (n: CARDINAL): parameter n has another type *)
BEGIN
END Main.
