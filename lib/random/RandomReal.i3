INTERFACE RandomReal;

(* Floating-point numbers from a generator's integers: at least 0 and less than 1, each of the numbers "k / 2^p", where "p" is the precision of the type,
   as likely as any other. Only "r.integer" is called, once. *)

IMPORT Random;

PROCEDURE Real(r: Random.T): REAL;
PROCEDURE Longreal(r: Random.T): LONGREAL;
PROCEDURE Extended(r: Random.T): EXTENDED;

END RandomReal.
