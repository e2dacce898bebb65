=== errors
(* A variable has a type or an initial value, and the value is assignable to the type. *)
MODULE Main;
VAR a: CHAR := 1;
(*             ^ M3520: cannot assign INTEGER to variable a of type CHAR: their base types differ *)
BEGIN
END Main.
