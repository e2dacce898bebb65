(* 2.3.15 With: a name for a value is not writable. *)
=== errors
MODULE Main;
VAR n := 3;
BEGIN
  WITH w = n + 1 DO w := 2 END;
(*                  ^ M3702: this cannot be assigned: w is bound by WITH to something that is not writable *)
END Main.
