(* 2.3.16 For: the bounds have the same base type. *)
=== errors
MODULE Main;
BEGIN
  FOR x := 'a' TO 10 DO END;
(*                ^ M3722: the bounds of FOR have one base type, and these have CHAR and INTEGER *)
END Main.
