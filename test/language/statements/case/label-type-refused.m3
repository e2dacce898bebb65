=== errors
(* CASE takes the arm with the value; a value without an arm goes to ELSE, or is a checked run-time error. *)
MODULE Main;
VAR n := 1;
BEGIN
  CASE n OF
  | 'a' =>
(*  ^ M3711: cannot assign CHAR to the selector of this CASE of type INTEGER: their base types differ *)
  ELSE END
END Main.
