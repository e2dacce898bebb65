(* 2.6.8 Record constructors: values are assignable to their fields. *)
=== errors
MODULE Main;
TYPE R = RECORD a: INTEGER END;
VAR r := R {'x'};
(*          ^ M3520: cannot assign CHAR to field a of type INTEGER: their base types differ *)
BEGIN
END Main.
