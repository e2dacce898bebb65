INTERFACE Fannkuch;

PROCEDURE Run(n: INTEGER): INTEGER;
(* Every permutation of "n <= 16" numbers, its pancakes flipped until 0 is on top: 100 times the alternating sum of the flips, plus the most flips. *)

END Fannkuch.
