INTERFACE Text;

(* A text is an immutable row of characters, numbered from 0. NIL is no text: passing it to a procedure of this interface
   is a checked run-time error. Its characters are WIDECHARs; a text of which all are CHARs takes a byte for each, another four. *)

IMPORT Word;

TYPE T = TEXT;

CONST Brand = "Text";

<*EXTERNAL*>
FUNCTIONAL PROCEDURE Length(t: T): CARDINAL;

<*EXTERNAL*>
FUNCTIONAL PROCEDURE Empty(t: T): BOOLEAN;
(* Length(t) = 0 *)

<*EXTERNAL*>
FUNCTIONAL PROCEDURE Equal(t, u: T): BOOLEAN;
(* The same characters? *)

<*EXTERNAL*>
FUNCTIONAL PROCEDURE Compare(t1, t2: T): [-1 .. 1];
(* -1, 0 or 1 as "t1" comes before, equals or comes after "t2" in lexicographic order. *)

<*EXTERNAL*>
PROCEDURE Cat(t, u: T): T;
(* The characters of "t", then those of "u". *)

<*EXTERNAL*>
PROCEDURE Sub(t: T; start: CARDINAL; length: CARDINAL := LAST(CARDINAL)): T;
(* The characters of "t" from "start" on, at most "length" of them; none if "start" lies past the end. *)

<*EXTERNAL*>
FUNCTIONAL PROCEDURE Hash(t: T): Word.T;
(* Equal texts have equal hashes. *)

<*EXTERNAL*>
FUNCTIONAL PROCEDURE HasWideChars(t: T): BOOLEAN;
(* Is some character no CHAR? *)

<*EXTERNAL*>
FUNCTIONAL PROCEDURE GetChar(t: T; i: CARDINAL): CHAR;
<*EXTERNAL*>
FUNCTIONAL PROCEDURE GetWideChar(t: T; i: CARDINAL): WIDECHAR;
(* Character "i"; "i >= Length(t)" is a checked run-time error, and so is for "GetChar" a character that is no CHAR. *)

<*EXTERNAL*>
PROCEDURE SetChars(VAR a: ARRAY OF CHAR; t: T; start: CARDINAL := 0);
<*EXTERNAL*>
PROCEDURE SetWideChars(VAR a: ARRAY OF WIDECHAR; t: T; start: CARDINAL := 0);
(* Copy characters of "t" from "start" on to the beginning of "a", as many as there are and as fit. "SetChars" puts "?" for those that are no CHARs. *)

<*EXTERNAL*>
PROCEDURE FromChar(ch: CHAR): T;
<*EXTERNAL*>
PROCEDURE FromWideChar(ch: WIDECHAR): T;
(* The text of that character. *)

<*EXTERNAL*>
PROCEDURE FromChars(READONLY a: ARRAY OF CHAR): T;
<*EXTERNAL*>
PROCEDURE FromWideChars(READONLY a: ARRAY OF WIDECHAR): T;
(* The text of those characters. *)

<*EXTERNAL*>
FUNCTIONAL PROCEDURE FindChar(t: T; c: CHAR; start := 0): INTEGER;
<*EXTERNAL*>
FUNCTIONAL PROCEDURE FindWideChar(t: T; c: WIDECHAR; start := 0): INTEGER;
(* The least "i >= start" where "t" has "c"; -1 if there is none. *)

<*EXTERNAL*>
FUNCTIONAL PROCEDURE FindCharR(t: T; c: CHAR; start := LAST(INTEGER)): INTEGER;
<*EXTERNAL*>
FUNCTIONAL PROCEDURE FindWideCharR(t: T; c: WIDECHAR; start := LAST(INTEGER)): INTEGER;
(* The greatest "i <= start" where "t" has "c"; -1 if there is none. *)

END Text.
