INTERFACE DeltaBlue;

PROCEDURE Run(n: INTEGER): INTEGER;
(* Keeps constraints of different strengths satisfied by the incremental algorithm DeltaBlue: in a chain of "n" equalities, and
   between "n" pairs of variables; a checksum of the variables' values. *)

END DeltaBlue.
