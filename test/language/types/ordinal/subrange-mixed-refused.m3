=== errors
(* A subrange's bounds are constants of one ordinal type. *)
MODULE Main;
TYPE S = [0 .. 'a'];
(*       ^ M3106: the bounds of a subrange must have one type: these are INTEGER and CHAR *)
BEGIN
END Main.
