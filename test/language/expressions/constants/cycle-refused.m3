=== errors
(* A constant expression is evaluated when it is compiled; what is not constant, or fails, is refused. *)
MODULE Main;
CONST A = B;
(*    ^ M3102: constant A is defined by itself *)
  B = A;
BEGIN
END Main.
