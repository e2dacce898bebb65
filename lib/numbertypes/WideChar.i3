INTERFACE WideChar;

(* WIDECHAR as an element of generic units. *)

IMPORT Word;

TYPE T = WIDECHAR;

CONST Brand = "WideChar";

PROCEDURE Equal(a, b: T): BOOLEAN;
PROCEDURE Hash(a: T): Word.T;
(* "ORD(a)" *)
PROCEDURE Compare(a, b: T): [-1 .. 1];
(* -1, 0 or 1 as "a" is less than, equal to or greater than "b". *)

END WideChar.
