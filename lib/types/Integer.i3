INTERFACE Integer;

(* INTEGER as an element of generic units. *)

IMPORT Word;

TYPE T = INTEGER;

CONST Brand = "Integer";

PROCEDURE Equal(a, b: T): BOOLEAN;
PROCEDURE Hash(a: T): Word.T;
(* "a" itself. *)
PROCEDURE Compare(a, b: T): [-1 .. 1];
(* -1, 0 or 1 as "a" is less than, equal to or greater than "b". *)

END Integer.
