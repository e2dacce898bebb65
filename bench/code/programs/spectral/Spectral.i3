INTERFACE Spectral;

PROCEDURE Run(n: INTEGER): INTEGER;
(* The greatest singular value of an infinite matrix, from its first "n" rows and columns by the power method; in thousand-millionths, rounded. *)

END Spectral.
