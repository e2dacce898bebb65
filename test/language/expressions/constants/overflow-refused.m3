=== errors
(* Constants fold with the rules of run time, in any order of declaration. *)
MODULE Main;
CONST C = LAST(INTEGER) + 1;
(*        ^ M3531: the value of this constant expression is not in the range of INTEGER *)
BEGIN
END Main.
