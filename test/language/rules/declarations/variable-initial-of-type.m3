(* 2.4.3 Variables: the initial value is a value. *)
=== errors
MODULE Main;
TYPE R = RECORD a: INTEGER END;
VAR v := R;
(*       ^ M3403: R is a type; an expression is wanted here *)
BEGIN
END Main.
