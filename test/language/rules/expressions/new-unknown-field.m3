(* 2.6.9 NEW: keywords name fields or methods. *)
=== errors
MODULE Main;
TYPE T = OBJECT a: INTEGER END;
VAR t := NEW(T, b := 1);
(*              ^ M3404: T has no field or method b *)
BEGIN
END Main.
