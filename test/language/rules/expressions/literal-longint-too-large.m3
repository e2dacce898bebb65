(* 2.6.4: A literal without a base is at most LAST(LONGINT). *)
=== errors
MODULE Main;
CONST A = 9223372036854775808L;
(*        ^ M3501: this literal exceeds LAST(LONGINT) *)
BEGIN
END Main.
