INTERFACE Int32;

(* Numbers of 32 bits with a sign, as elements of generic units. *)

IMPORT Word;

TYPE T = BITS 32 FOR [-16_7FFFFFFF - 1 .. 16_7FFFFFFF];

CONST Brand = "Int32";

PROCEDURE Equal(a, b: T): BOOLEAN;
PROCEDURE Hash(a: T): Word.T;
(* "a" itself. *)
PROCEDURE Compare(a, b: T): [-1 .. 1];
(* -1, 0 or 1 as "a" is less than, equal to or greater than "b". *)

END Int32.
