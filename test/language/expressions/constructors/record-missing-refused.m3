=== errors
(* A record constructor binds every field by position, by name or by default, each once. *)
MODULE Main;
TYPE R = RECORD a, b: INTEGER END;
VAR r: R;
BEGIN
  r := R {1}
(*     ^ M3556: field b has no default and needs a value *)
END Main.
