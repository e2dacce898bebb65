(* 2.3.17 Case: the selector is of an ordinal type. *)
=== errors
MODULE Main;
VAR t: TEXT;
BEGIN
  CASE t OF "a" => ELSE END;
(*     ^ M3710: CASE selects by an ordinal, and this is of type TEXT *)
END Main.
