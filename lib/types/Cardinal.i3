INTERFACE Cardinal;

(* CARDINAL as an element of generic units. *)

IMPORT Word;

TYPE T = CARDINAL;

CONST Brand = "Cardinal";

PROCEDURE Equal(a, b: T): BOOLEAN;
PROCEDURE Hash(a: T): Word.T;
(* "ORD(a)" *)
PROCEDURE Compare(a, b: T): [-1 .. 1];
(* -1, 0 or 1 as "a" is less than, equal to or greater than "b". *)

END Cardinal.
