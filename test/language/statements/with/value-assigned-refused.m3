=== errors
(* WITH binds a name to a variable, as an alias, or to a value, which cannot be assigned. *)
MODULE Main;
VAR n := 1;
BEGIN
  WITH x = n + 1 DO
    x := 2
(*  ^ M3702: this cannot be assigned: x is bound by WITH to something that is not writable *)
  END
END Main.
