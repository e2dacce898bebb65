(* 2.6.9 NEW: a record's field is given a value, not a type. *)
=== errors
MODULE Main;
TYPE R = REF RECORD a: INTEGER END;
VAR r := NEW(R, a := INTEGER);
(*                   ^ M3403: INTEGER is a type; an expression is wanted here *)
BEGIN
END Main.
