(* 2.6.8 Record constructors: fields without a default are given. *)
=== errors
MODULE Main;
TYPE R = RECORD a, b: INTEGER END;
VAR r := R {1};
(*       ^ M3556: field b has no default and needs a value *)
BEGIN
END Main.
