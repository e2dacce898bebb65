(* 2.6.4 Numeric literals: digits are less than the base. *)
=== errors
MODULE Main;
VAR n := 8_19;
(*       ^ M3501: a digit of this literal does not belong to base 8 *)
BEGIN
END Main.
