INTERFACE Atom;

(* An "Atom.T" stands for a text: equal texts have the same atom, so that atoms are compared with "=". *)

TYPE T <: REFANY;

CONST Brand = "Atom";

PROCEDURE FromText(t: TEXT): T;
PROCEDURE ToText(a: T): TEXT;
PROCEDURE Equal(a, b: T): BOOLEAN;
PROCEDURE Hash(a: T): INTEGER;

END Atom.
