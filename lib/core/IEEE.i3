INTERFACE IEEE;

(* The bits of floating-point numbers as IEEE 754 lays them out, and the number that is nearest to a decimal one.

   A decimal number is a text: digits, perhaps with a point before, among or after them, and perhaps an "e", a sign or none, and digits.
   Another text is a checked run-time error. The nearest number is found exactly; of two that are equally near it is the even one, and
   past the largest comes infinity. *)

IMPORT Word;

<*EXTERNAL*> FUNCTIONAL PROCEDURE BitsOfReal(x: REAL): Word.T;
<*EXTERNAL*> FUNCTIONAL PROCEDURE BitsOfLongReal(x: LONGREAL): Word.T;
(* Sign, exponent and fraction in the lowest 32 or 64 bits. Every NaN has the bits of the quiet one. *)

<*EXTERNAL*> FUNCTIONAL PROCEDURE RealOfBits(bits: Word.T): REAL;
<*EXTERNAL*> FUNCTIONAL PROCEDURE LongRealOfBits(bits: Word.T): LONGREAL;
(* The number with these bits; of "bits" only the lowest 32 count for a REAL. *)

<*EXTERNAL*> FUNCTIONAL PROCEDURE ParseReal(decimal: TEXT): REAL;
<*EXTERNAL*> FUNCTIONAL PROCEDURE ParseLongReal(decimal: TEXT): LONGREAL;
(* The number of its type that is nearest to "decimal". *)

END IEEE.
