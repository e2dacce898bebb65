(* 2.6 Expressions: := is no operator. *)
=== errors
MODULE Main;
VAR n: INTEGER;
BEGIN
  IF n := 1 THEN END;
(*     ^ P1013: expected `=`, found `:=` *)
END Main.
