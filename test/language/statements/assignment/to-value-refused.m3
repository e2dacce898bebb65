=== errors
(* An assignment v := e evaluates e and stores its value; v must be a writable designator. *)
MODULE Main;
PROCEDURE F(): INTEGER = BEGIN RETURN 1 END F;
BEGIN
  F() := 2
(*^ M3701: only a variable (a writable designator) can be assigned, and this is a value *)
END Main.
