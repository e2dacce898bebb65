(* 2.3.15 With: an alias has the type of its designator. *)
=== errors
MODULE Main;
VAR n: INTEGER;
BEGIN
  WITH w = n DO w := "x" END;
(*                   ^ M3520: cannot assign TEXT to w of type INTEGER *)
END Main.
