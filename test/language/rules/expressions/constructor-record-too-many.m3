(* 2.6.8 Record constructors: there are no more values than fields. *)
=== errors
MODULE Main;
TYPE R = RECORD a: INTEGER END;
VAR r := R {1, 2};
(*             ^ M3557: R has only 1 fields *)
BEGIN
END Main.
