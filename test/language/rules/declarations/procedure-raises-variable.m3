(* 2.4.4 Procedures: RAISES lists exceptions. *)
=== errors
MODULE Main;
VAR n: INTEGER;
PROCEDURE P() RAISES {n} = BEGIN END P;
(*                    ^ M3124: n is a variable, not an exception *)
BEGIN
END Main.
