=== errors
(* A constant's value is a constant expression, assignable to its type if one is given. *)
MODULE Main;
CONST C: CHAR = 5;
(*              ^ M3520: cannot assign INTEGER to constant C of type CHAR: their base types differ *)
BEGIN
END Main.
