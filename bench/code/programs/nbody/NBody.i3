INTERFACE NBody;

PROCEDURE Run(n: INTEGER): INTEGER;
(* Five bodies under their gravitation for "n" steps; a sum of places and speeds in millionths, rounded. *)

END NBody.
