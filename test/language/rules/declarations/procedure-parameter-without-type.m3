(* 2.4.4 Procedures: a parameter has a type or a default. *)
=== errors
MODULE Main;
PROCEDURE P(a) = BEGIN END P;
(*          ^ M3126: a parameter needs a type or a default value *)
BEGIN
END Main.
