=== errors
(* FOR evaluates its bounds and step once, and steps from the first to the last, which may be none. *)
MODULE Main;
BEGIN
  FOR k := 1 TO 'a' DO END
(*              ^ M3722: the bounds of FOR have one base type, and these have INTEGER and CHAR *)
END Main.
