(* 2.7 Unsafe operations: addresses are not stepped. *)
=== errors
MODULE Main;
VAR a: ADDRESS;
BEGIN
  INC(a);
(*^ M3540: INC of an ADDRESS is unsafe: it is only legal in an UNSAFE interface or module *)
END Main.
