(* 2.6.4: A literal with a base fits in a word. *)
=== errors
MODULE Main;
CONST A = 16_10000000000000000;
(*        ^ M3501: this literal does not fit the 64 bits of INTEGER *)
BEGIN
END Main.
