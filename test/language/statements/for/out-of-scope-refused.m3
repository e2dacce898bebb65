=== errors
(* FOR evaluates its bounds and step once, and steps from the first to the last, which may be none. *)
MODULE Main;
VAR n: INTEGER;
BEGIN
  FOR k := 1 TO 2 DO END;
  n := k
(*     ^ M3401: k is not declared *)
END Main.
