=== errors
(* A record constructor binds every field by position, by name or by default, each once. *)
MODULE Main;
TYPE R = RECORD a: INTEGER END;
VAR r: R;
BEGIN
  r := R {1, a := 2}
(*           ^ M3555: field a is given twice *)
END Main.
