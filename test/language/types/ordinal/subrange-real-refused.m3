=== errors
(* A subrange's bounds are constants of one ordinal type. *)
MODULE Main;
TYPE S = [0.0 .. 1.0];
(*        ^ M3106: the bounds of a subrange must be ordinal constants, not REAL *)
BEGIN
END Main.
