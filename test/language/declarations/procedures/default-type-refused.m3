=== errors
(* A procedure's heading and END have one name; formals have distinct names; a formal has a type or a default. *)
MODULE Main;
PROCEDURE P(a: INTEGER := 'x') = BEGIN END P;
(*                        ^ M3520: cannot assign CHAR to the default of a parameter of type INTEGER: their base types differ *)
BEGIN
END Main.
