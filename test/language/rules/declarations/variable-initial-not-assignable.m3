(* 2.4.3 Variables: the initial value is assignable to the type. *)
=== errors
MODULE Main;
VAR v: TEXT := 3;
(*             ^ M3520: cannot assign INTEGER to variable v of type TEXT *)
BEGIN
END Main.
