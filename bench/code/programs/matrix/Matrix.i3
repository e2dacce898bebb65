INTERFACE Matrix;

PROCEDURE Run(n: INTEGER): INTEGER;
(* The product of two matrices of 160 by 160, "n" times over; the sum of the last product, rounded. *)

END Matrix.
