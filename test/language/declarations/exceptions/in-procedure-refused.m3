=== errors
(* A procedure raises only what its RAISES lists; what else comes out is a checked run-time error. *)
MODULE Main;
PROCEDURE P() =
  EXCEPTION E;
(*          ^ M3120: exception E must be declared at the top level of an interface or module *)
  BEGIN END P;
BEGIN
END Main.
