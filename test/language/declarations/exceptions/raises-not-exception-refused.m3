=== errors
(* A procedure raises only what its RAISES lists; what else comes out is a checked run-time error. *)
MODULE Main;
TYPE T = INTEGER;
PROCEDURE P() RAISES {T} = BEGIN END P;
(*                    ^ M3124: T is a type, not an exception *)
BEGIN
END Main.
