(* 2.6.15 Constant expressions: the value of a constant is a member of its type. *)
=== errors
MODULE Main;
CONST C = VAL(256, CHAR);
(*            ^ M3522: the value 256 is not a member of CHAR *)
BEGIN
END Main.
