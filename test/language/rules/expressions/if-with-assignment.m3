(* 2.6 Expressions: := is no operator. *)
=== errors
MODULE Main;
VAR n: INTEGER;
BEGIN
  IF n := 1 THEN END;
(*    ^ P1010: expected THEN here, found `:=` *)
END Main.
