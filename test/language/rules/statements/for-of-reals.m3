(* 2.3.16 For: the bounds are of an ordinal type. *)
=== errors
MODULE Main;
BEGIN
  FOR x := 0.0 TO 1.0 DO END;
(*         ^ M3721: the bounds of FOR are ordinals, and this is of type REAL *)
END Main.
