=== errors
(* A procedure's heading and END have one name; formals have distinct names; a formal has a type or a default. *)
MODULE Main;
PROCEDURE P(VAR a: INTEGER := 1) = BEGIN END P;
(*                            ^ M3125: a VAR parameter cannot have a default value *)
BEGIN
END Main.
