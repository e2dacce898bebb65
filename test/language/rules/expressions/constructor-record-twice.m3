(* 2.6.8 Record constructors: a field is given once. *)
=== errors
MODULE Main;
TYPE R = RECORD a: INTEGER END;
VAR r := R {1, a := 2};
(*             ^ M3555: field a is given twice *)
BEGIN
END Main.
