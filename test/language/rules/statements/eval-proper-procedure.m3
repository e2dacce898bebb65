(* 2.3.3 Eval: EVAL wants a value. *)
=== errors
MODULE Main;
PROCEDURE P() = BEGIN END P;
BEGIN
  EVAL P();
(*     ^ M3606: P is a proper procedure: it returns no result to use in an expression *)
END Main.
