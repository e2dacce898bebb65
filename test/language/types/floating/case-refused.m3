=== errors
(* REAL, LONGREAL and EXTENDED are floating types; they are not converted into each other. *)
MODULE Main;
VAR x := 1.0;
BEGIN
  CASE x OF ELSE END
(*     ^ M3710: CASE selects by an ordinal, and this is of type REAL *)
END Main.
