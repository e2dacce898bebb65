(* 2.4.3 Variables: a variable has a type or an initial value. *)
=== errors
MODULE Main;
VAR v;
(*  ^ M3118: a variable needs a type or an initial value *)
BEGIN
END Main.
