INTERFACE Sieve;

PROCEDURE Run(rounds: INTEGER): INTEGER;
(* The number of primes below 2 000 000, found "rounds" times, plus a checksum of a matrix product. *)

END Sieve.
