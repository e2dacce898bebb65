(* 2.7 Unsafe operations: addresses are not ordered. *)
=== errors
MODULE Main;
VAR a, b: ADDRESS; c: BOOLEAN;
BEGIN
  c := a < b;
(*     ^ M3540: ordering of addresses is unsafe: it is only legal in an UNSAFE interface or module *)
END Main.
