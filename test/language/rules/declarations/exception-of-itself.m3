(* 2.4.5: The argument of an exception is a type. *)
=== errors
MODULE Main;
EXCEPTION E(3);
(*          ^ P1012: expected a type, found `3` *)
BEGIN
END Main.
