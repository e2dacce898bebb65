(* 2.6.11 Relations: records of different types are not compared. *)
=== errors
MODULE Main;
VAR r: RECORD a: INTEGER END; s: RECORD b: INTEGER END; b: BOOLEAN;
BEGIN
  b := r = s;
(*     ^ M3530: = wants operands of which one is assignable to the type of the other, not RECORD a: INTEGER; END and RECORD b: INTEGER; END *)
END Main.
