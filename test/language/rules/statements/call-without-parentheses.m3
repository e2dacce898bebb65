(* 2.3.2: A call has parentheses, also without arguments. *)
=== errors
MODULE Main;
PROCEDURE P() = BEGIN END P;
BEGIN
  P;
(*^ M3703: a statement is wanted here, and this is an expression *)
END Main.
