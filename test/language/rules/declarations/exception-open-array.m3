(* 2.4.5 Exceptions: the argument is not an open array. *)
=== errors
MODULE Main;
EXCEPTION E(ARRAY OF CHAR);
(*          ^ M3105: the argument of an exception cannot be an open array *)
BEGIN
END Main.
