(* 2.4 Declarations: a missing declaration is one mistake, however often the name is used. *)
=== errors
MODULE Main;
PROCEDURE P(): INTEGER = BEGIN RETURN total END P;
(*                                    ^ M3401: total is not declared *)
PROCEDURE Q(x: Total) = BEGIN total := total + x; IF total > 3 THEN EVAL P() END END Q;
(*             ^ M3103: Total is not declared *)
VAR t: Total;
BEGIN
  total := 0; Q(total);
END Main.
