=== errors
(* A variable has a type or an initial value, and the value is assignable to the type. *)
MODULE Main;
VAR a;
(*  ^ M3118: a variable needs a type or an initial value *)
BEGIN
END Main.
