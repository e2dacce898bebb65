(* 2.3.6 Raise: an exception without an argument gets none. *)
=== errors
MODULE Main;
EXCEPTION E;
BEGIN
  RAISE E(1);
(*        ^ M3735: exception E takes no argument *)
END Main.
