(* SPIN VIEW: a view is of a variable. *)
=== errors
MODULE Main;
BEGIN
  EVAL VIEW(1 + 2, ARRAY [0 .. 7] OF CHAR);
(*          ^ M3623: VIEW wants a variable (a designator), not INTEGER *)
END Main.
