(* 2.6.4 Numeric literals: the value of a literal fits its type. *)
=== errors
MODULE Main;
VAR n := 9223372036854775808;
(*       ^ M3501: this literal exceeds LAST(INTEGER) *)
BEGIN
END Main.
