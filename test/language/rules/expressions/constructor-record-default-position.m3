(* 2.6.8 Record constructors: values by position precede those by name. *)
=== errors
MODULE Main;
TYPE R = RECORD a, b: INTEGER := 0 END;
VAR r := R {a := 1, 2};
(*                  ^ M3605: positional elements must precede those with keywords *)
BEGIN
END Main.
