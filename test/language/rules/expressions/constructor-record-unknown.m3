(* 2.6.8 Record constructors: a keyword names a field. *)
=== errors
MODULE Main;
TYPE R = RECORD a: INTEGER END;
VAR r := R {a := 1, b := 2};
(*                  ^ M3404: type R has no field b *)
BEGIN
END Main.
