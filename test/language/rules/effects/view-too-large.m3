(* SPIN VIEW: a view is within its variable. *)
=== errors
MODULE Main;
VAR a: ARRAY [0 .. 3] OF CHAR;
BEGIN
  EVAL VIEW(a, INTEGER);
(*     ^ M3632: INTEGER has 64 bits, more than the 32 of the variable that is viewed *)
END Main.
