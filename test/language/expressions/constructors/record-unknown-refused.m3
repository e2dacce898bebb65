=== errors
(* A record constructor binds every field by position, by name or by default, each once. *)
MODULE Main;
TYPE R = RECORD a: INTEGER END;
VAR r: R;
BEGIN
  r := R {b := 1}
(*        ^ M3404: type R has no field b *)
END Main.
