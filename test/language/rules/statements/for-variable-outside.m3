(* 2.3.16 For: the variable is known in the loop only. *)
=== errors
MODULE Main;
VAR n: INTEGER;
BEGIN
  FOR x := 1 TO 10 DO END;
  n := x;
(*     ^ M3401: x is not declared *)
END Main.
