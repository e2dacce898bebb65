INTERFACE Int8;

(* Numbers of 8 bits with a sign, as elements of generic units. *)

IMPORT Word;

TYPE T = BITS 8 FOR [-16_7F - 1 .. 16_7F];

CONST Brand = "Int8";

PROCEDURE Equal(a, b: T): BOOLEAN;
PROCEDURE Hash(a: T): Word.T;
(* "a" itself. *)
PROCEDURE Compare(a, b: T): [-1 .. 1];
(* -1, 0 or 1 as "a" is less than, equal to or greater than "b". *)

END Int8.
