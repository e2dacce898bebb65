(* 2.2.8 Procedures: RAISES lists exceptions. *)
=== errors
MODULE Main;
TYPE T = PROCEDURE () RAISES {INTEGER};
(*                            ^ M3124: INTEGER is a type, not an exception *)
BEGIN
END Main.
