(* 2.3.10 Exit: EXIT stands in a loop. *)
=== errors
MODULE Main;
BEGIN
  EXIT;
(*^ M3720: EXIT is not inside a loop *)
END Main.
