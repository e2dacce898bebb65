(* 2.6.15 Constant expressions: the value of a constant fits its type. *)
=== errors
MODULE Main;
CONST C = LAST(INTEGER) + 1;
(*        ^ M3531: the value of this constant expression is not in the range of INTEGER *)
BEGIN
END Main.
