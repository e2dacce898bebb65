(* 2.7 Unsafe operations: addresses are not added to. *)
=== errors
MODULE Main;
VAR a, b: ADDRESS;
BEGIN
  a := b + 8;
(*     ^ M3540: address arithmetic is unsafe: it is only legal in an UNSAFE interface or module *)
END Main.
