INTERFACE Refany;

(* REFANY as an element of generic units. There is no order on references, and no hash either, since what a reference is
   made of is nobody's business: who wants a table with references for keys overrides "keyHash" of its "Default". *)

IMPORT Word;

TYPE T = REFANY;

CONST Brand = "Refany";

PROCEDURE Equal(r1, r2: T): BOOLEAN;
(* "r1 = r2" *)
PROCEDURE Hash(r: T): Word.T;
(* A checked run-time error. *)
PROCEDURE Compare(r1, r2: T): [-1 .. 1];
(* A checked run-time error. *)

END Refany.
