=== errors
(* A constant expression is evaluated when it is compiled; what is not constant, or fails, is refused. *)
MODULE Main;
CONST C = 1 DIV 0;
(*        ^ M3532: this constant expression divides by zero *)
BEGIN
END Main.
