(* 2.4.5 Exceptions: exceptions are declared at the top level. *)
=== errors
MODULE Main;
PROCEDURE P() =
  EXCEPTION E;
(*          ^ M3120: exception E must be declared at the top level of an interface or module *)
  BEGIN END P;
BEGIN
END Main.
