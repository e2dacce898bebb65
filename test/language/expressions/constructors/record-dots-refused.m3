=== errors
(* A record constructor binds every field by position, by name or by default, each once. *)
MODULE Main;
TYPE R = RECORD a, b: INTEGER END;
VAR r: R;
BEGIN
  r := R {1, 2, ..}
(*     ^ M3551: a record constructor has no ".." at its end *)
END Main.
