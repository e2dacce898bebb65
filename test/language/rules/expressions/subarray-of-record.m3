(* 2.6.3 Designators: SUBARRAY is of arrays. *)
=== errors
MODULE Main;
VAR r: RECORD a: INTEGER END;
BEGIN
  EVAL SUBARRAY(r, 0, 1);
(*              ^ M3623: SUBARRAY wants an array, not RECORD a: INTEGER; END *)
END Main.
