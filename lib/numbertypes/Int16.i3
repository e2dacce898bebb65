INTERFACE Int16;

(* Numbers of 16 bits with a sign, as elements of generic units. *)

IMPORT Word;

TYPE T = BITS 16 FOR [-16_7FFF - 1 .. 16_7FFF];

CONST Brand = "Int16";

PROCEDURE Equal(a, b: T): BOOLEAN;
PROCEDURE Hash(a: T): Word.T;
(* "a" itself. *)
PROCEDURE Compare(a, b: T): [-1 .. 1];
(* -1, 0 or 1 as "a" is less than, equal to or greater than "b". *)

END Int16.
