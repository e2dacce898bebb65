(* 2.3.17 Case: the elements of an enumeration are named with it. *)
=== errors
MODULE Main;
TYPE Color = {Red, Green};
VAR c: Color;
BEGIN
  CASE c OF Red => ELSE END;
(*          ^ M3401: Red is not declared *)
END Main.
