=== errors
(* CASE takes the arm with the value; a value without an arm goes to ELSE, or is a checked run-time error. *)
MODULE Main;
VAR t := "a";
BEGIN
  CASE t OF ELSE END
(*     ^ M3710: CASE selects by an ordinal, and this is of type TEXT *)
END Main.
