INTERFACE TextConv;

(* Texts as they are written in programs, and texts taken apart at separators and joined again. *)

EXCEPTION Fail;

PROCEDURE Encode(t: TEXT; quoted := TRUE): TEXT;
(* "t" as a text literal: "\\", quotes and what is no printing character of ASCII are written with "\\"; between quotes if "quoted". *)

PROCEDURE Decode(t: TEXT; quoted := TRUE): TEXT RAISES {Fail};
(* What "Encode(.., quoted)" makes "t" of. "\x" with two hexadecimal digits and "\u" with four are understood, too, and characters that need
   no "\" but have none. "Fail" if there is no such text. *)

PROCEDURE ExplodedSize(text: TEXT; READONLY sep: SET OF CHAR): CARDINAL;
(* One more than there are characters of "sep" in "text". *)

PROCEDURE Explode(text: TEXT; VAR array: ARRAY OF TEXT; READONLY sep: SET OF CHAR);
(* The parts of "text" between the characters of "sep", which may be empty, in order. An array that is not of "ExplodedSize(text, sep)" parts
   is a checked run-time error. *)

PROCEDURE Implode(READONLY array: ARRAY OF TEXT; sep: CHAR): TEXT;
(* The elements in order, with "sep" between any two. *)

END TextConv.
