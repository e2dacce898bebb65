INTERFACE LongrealType;

(* LONGREAL as an element of generic units. *)

IMPORT Word;

TYPE T = LONGREAL;

CONST Brand = "Longreal";

PROCEDURE Equal(a, b: T): BOOLEAN;
PROCEDURE Hash(a: T): Word.T;
(* Equal numbers have equal hashes. *)
PROCEDURE Compare(a, b: T): [-1 .. 1];
(* -1, 0 or 1 as "a" is less than, equal to or greater than "b"; unspecified for NaN. *)

END LongrealType.
