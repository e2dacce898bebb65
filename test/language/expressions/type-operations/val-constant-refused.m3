=== errors
(* ORD gives an ordinal's number and VAL is its inverse, checked. *)
MODULE Main;
TYPE C = {Red, Green};
CONST X = VAL(2, C);
(*            ^ M3522: the value 2 is not a member of C *)
BEGIN
END Main.
