=== errors
(* An assignment v := e evaluates e and stores its value; v must be a writable designator. *)
MODULE Main;
CONST C = 3;
BEGIN
  C := 4
(*^ M3701: only a variable (a writable designator) can be assigned, and this is a value *)
END Main.
