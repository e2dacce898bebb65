(* 2.6.13 Type operations: NARROW wants a type. *)
=== errors
MODULE Main;
VAR r: REFANY; n: INTEGER;
BEGIN
  r := NARROW(r, n);
(*               ^ M3622: NARROW wants a type here: n is a variable *)
END Main.
