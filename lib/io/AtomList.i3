INTERFACE AtomList;

(* Lists of atoms; NIL is the empty list. Exceptions of readers and writers carry one, most specific reason first. *)

IMPORT Atom;

TYPE T = REF RECORD head: Atom.T; tail: T END;

CONST Brand = "AtomList";

PROCEDURE Cons(head: Atom.T; tail: T): T;
PROCEDURE List1(a: Atom.T): T;
PROCEDURE List2(a, b: Atom.T): T;
PROCEDURE Length(l: T): CARDINAL;

PROCEDURE Nth(l: T; n: CARDINAL): Atom.T;
(* Element "n" from 0; a checked run-time error if there is none. *)

END AtomList.
