(* 2.4.5 Exceptions: exceptions are declared. *)
=== errors
MODULE Main;
BEGIN
  RAISE Missing;
(*      ^ M3401: Missing is not declared *)
END Main.
