INTERFACE Int64;

(* Numbers of 64 bits with a sign, as elements of generic units. *)

IMPORT Long;

TYPE T = BITS 64 FOR [-16_7FFFFFFFFFFFFFFFL - 1L .. 16_7FFFFFFFFFFFFFFFL];

CONST Brand = "Int64";

PROCEDURE Equal(a, b: T): BOOLEAN;
PROCEDURE Hash(a: T): Long.T;
(* "a" itself. *)
PROCEDURE Compare(a, b: T): [-1 .. 1];
(* -1, 0 or 1 as "a" is less than, equal to or greater than "b". *)

END Int64.
