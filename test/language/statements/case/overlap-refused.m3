=== errors
(* CASE takes the arm with the value; a value without an arm goes to ELSE, or is a checked run-time error. *)
MODULE Main;
VAR n := 1;
BEGIN
  CASE n OF
  | 1 .. 5 =>
  | 5 =>
(*  ^ M3712: the label 5 is already in this CASE *)
  ELSE END
END Main.
