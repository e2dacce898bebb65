=== errors
(* A procedure raises only what its RAISES lists; what else comes out is a checked run-time error. *)
MODULE Main;
EXCEPTION E(ARRAY OF INTEGER);
(*          ^ M3105: the argument of an exception cannot be an open array *)
BEGIN
END Main.
