(* 2.6.4: A literal without a base is at most LAST(INTEGER). *)
=== errors
MODULE Main;
CONST A = 9223372036854775808;
(*        ^ M3501: this literal exceeds LAST(INTEGER) *)
BEGIN
END Main.
