INTERFACE Sieve;

PROCEDURE Run(n: INTEGER): INTEGER;
(* The number of primes up to 2 000 000, found "n" times over by the sieve of Eratosthenes; the sum of the "n" numbers. *)

END Sieve.
