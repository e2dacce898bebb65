INTERFACE TextExtras;

(* Searching and joining texts, and comparing them without regard to capitals. "CI" stands for that: "a" to "z" count as "A" to "Z" do. *)

IMPORT ASCII;

TYPE T = TEXT;

PROCEDURE CIEqual(t, u: T): BOOLEAN;

PROCEDURE Compare(t, u: T): INTEGER;
PROCEDURE CICompare(t, u: T): INTEGER;
(* Less than 0, 0 or greater than 0 as "t" comes before, equals or comes after "u" in lexicographic order. *)

PROCEDURE CIHash(t: T): INTEGER;
(* Texts that are "CIEqual" have equal hashes. *)

PROCEDURE FindChar(t: T; ch: CHAR; VAR index: CARDINAL): BOOLEAN;
PROCEDURE FindCharSet(t: T; READONLY charSet: ASCII.Set; VAR index: CARDINAL): BOOLEAN;
PROCEDURE FindSub(t, sub: T; VAR index: CARDINAL): BOOLEAN;
(* Look for the character, for one of the set, or for the text "sub", from position "index" on. If it is there, "index" becomes its place, else the length of
   "t". "index" past the length of "t" is a checked run-time error. *)

PROCEDURE Extract(t: T; fx, tx: CARDINAL): T;
(* The characters from "fx" up to, but without, "tx". "fx > tx" is a checked run-time error. *)

PROCEDURE Join(t1, t2, t3, t4, t5: T := NIL): T;
(* All that are not NIL, in order. It is a checked run-time error if one that is not follows NIL, or if all are. *)

PROCEDURE JoinN(READONLY texts: ARRAY OF TEXT): T;
(* All of them. It is a checked run-time error if one of them is NIL, or if there are none. *)

END TextExtras.
