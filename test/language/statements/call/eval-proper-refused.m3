=== errors
(* A call statement calls a proper procedure; a function's result may not be thrown away but by EVAL. *)
MODULE Main;
PROCEDURE P() = BEGIN END P;
BEGIN
  EVAL P()
(*     ^ M3606: P is a proper procedure: it returns no result to use in an expression *)
END Main.
