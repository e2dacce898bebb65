(* 2.4.2 Constants: the value is a member of the constant's type. *)
=== errors
MODULE Main;
CONST C: CHAR = 65;
(*              ^ M3520: cannot assign INTEGER to constant C of type CHAR: their base types differ *)
BEGIN
END Main.
