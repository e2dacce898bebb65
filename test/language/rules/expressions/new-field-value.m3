(* 2.6.9 NEW: values are assignable to their fields. *)
=== errors
MODULE Main;
TYPE T = OBJECT a: INTEGER END;
VAR t := NEW(T, a := 'x');
(*                   ^ M3520: cannot assign CHAR to field a of type INTEGER: their base types differ *)
BEGIN
END Main.
