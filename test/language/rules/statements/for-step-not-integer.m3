(* 2.3.16 For: the step is an integer. *)
=== errors
MODULE Main;
BEGIN
  FOR x := 1 TO 10 BY 'a' DO END;
(*                    ^ M3723: the step of FOR is an integer, not CHAR *)
END Main.
