INTERFACE RdUtils;

(* Searching what is left of a reader, and what a failure is called. *)

IMPORT AtomList, Rd;
FROM Thread IMPORT Alerted;

TYPE Canonicalize = PROCEDURE(ch: CHAR): CHAR;
(* Characters that it takes to the same character count as equal. *)

PROCEDURE Find(rd: Rd.T; pattern: TEXT; canonicalize: Canonicalize := NIL): [-1 .. LAST(CARDINAL)] RAISES {Rd.Failure, Alerted};
PROCEDURE FindString(rd: Rd.T; READONLY pattern: ARRAY OF CHAR; canonicalize: Canonicalize := NIL): [-1 .. LAST(CARDINAL)]
  RAISES {Rd.Failure, Alerted};
PROCEDURE FindChar(rd: Rd.T; pattern: CHAR; canonicalize: Canonicalize := NIL): [-1 .. LAST(CARDINAL)] RAISES {Rd.Failure, Alerted};
(* The index of the first character of the first occurrence of "pattern" at or behind "Rd.Index(rd)"; "rd" is left behind the occurrence.
   -1 if there is none; "rd" is then at its end. An empty pattern occurs at once. The reader need not be seekable, each character is read once. *)

PROCEDURE FailureText(f: AtomList.T): TEXT;
(* The names of the atoms with colons between them; "NIL" if there are none. *)

PROCEDURE ToUpperCaseASCII(ch: CHAR): CHAR;
(* The capital of a small letter of ASCII; any other character as it is. *)

END RdUtils.
