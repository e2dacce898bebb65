INTERFACE Atom;

(* An "Atom.T" stands for a text: equal texts have the same atom, so that atoms are compared with "=". *)

TYPE T <: REFANY;

CONST Brand = "Atom";

PROCEDURE FromText(t: TEXT): T;
(* The one atom of all texts that are equal to "t". *)

PROCEDURE ToText(a: T): TEXT;
(* A text whose atom is "a". *)

PROCEDURE Equal(a1, a2: T): BOOLEAN;
(* "a1 = a2" *)

PROCEDURE Hash(a: T): INTEGER;
(* A function of "ToText(a)". *)

PROCEDURE Compare(a1, a2: T): [-1 .. 1];
(* A checked run-time error: atoms have no order. Who wants that of their texts compares these. *)

END Atom.
