(* 2.3.6 Raise: an exception with an argument gets one. *)
=== errors
MODULE Main;
EXCEPTION E(INTEGER);
BEGIN
  RAISE E;
(*^ M3736: exception E wants an argument of type INTEGER *)
END Main.
