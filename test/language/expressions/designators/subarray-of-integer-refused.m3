=== errors
(* SUBARRAY designates part of an array; it must lie within it. *)
MODULE Main;
VAR n: INTEGER;
BEGIN
  SUBARRAY(n, 0, 1) := SUBARRAY(n, 0, 1)
(*         ^ M3623: SUBARRAY wants an array, not INTEGER *)
(*                              ^ M3623: SUBARRAY wants an array, not INTEGER *)
END Main.
