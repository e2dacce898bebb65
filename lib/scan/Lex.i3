INTERFACE Lex;

(* Words, truth values and numbers from a reader.

   Each procedure takes the longest prefix of what is left of the reader that its description allows, and leaves the reader behind it. To see
   its end it may read one character more and give it back. "Error" says that the prefix is not complete. *)

IMPORT FloatMode, Long, Rd, Word;
FROM Thread IMPORT Alerted;

EXCEPTION Error;

CONST
  Blanks = SET OF CHAR{' ', '\t', '\n', '\r', '\013', '\f'};
  NonBlanks = SET OF CHAR{'!' .. '~'};

PROCEDURE Scan(rd: Rd.T; READONLY cs: SET OF CHAR := NonBlanks): TEXT RAISES {Rd.Failure, Alerted};
(* The longest prefix of characters in "cs". *)

PROCEDURE Skip(rd: Rd.T; READONLY cs: SET OF CHAR := Blanks) RAISES {Rd.Failure, Alerted};
(* Takes the same and forgets it. *)

PROCEDURE Match(rd: Rd.T; t: TEXT) RAISES {Error, Rd.Failure, Alerted};
(* Takes the longest prefix that "t" begins with; "Error" unless that is all of "t". *)

(* The other procedures begin with "Skip(rd)". *)

PROCEDURE Bool(rd: Rd.T): BOOLEAN RAISES {Error, Rd.Failure, Alerted};
(* "TRUE" or "FALSE", in capitals or not. *)

PROCEDURE Int(rd: Rd.T; defaultBase: [2 .. 16] := 10): INTEGER RAISES {Error, FloatMode.Trap, Rd.Failure, Alerted};
PROCEDURE LongInt(rd: Rd.T; defaultBase: [2 .. 16] := 10): LONGINT RAISES {Error, FloatMode.Trap, Rd.Failure, Alerted};
PROCEDURE Unsigned(rd: Rd.T; defaultBase: [2 .. 16] := 16): Word.T RAISES {Error, FloatMode.Trap, Rd.Failure, Alerted};
PROCEDURE LongUnsigned(rd: Rd.T; defaultBase: [2 .. 16] := 16): Long.T RAISES {Error, FloatMode.Trap, Rd.Failure, Alerted};
(* Digits, or a base from 2 to 16 in decimal, "_" and digits; for "Int" and "LongInt" a sign or none in front. The letters "a" to "f", large or small, are
   digits where the base that holds at that place, "defaultBase" or the one that was given, is more than 10. "Error" also for a digit that is not
   less than the base. A number that does not fit is an "IntOverflow". *)

PROCEDURE Real(rd: Rd.T): REAL RAISES {Error, FloatMode.Trap, Rd.Failure, Alerted};
PROCEDURE LongReal(rd: Rd.T): LONGREAL RAISES {Error, FloatMode.Trap, Rd.Failure, Alerted};
PROCEDURE Extended(rd: Rd.T): EXTENDED RAISES {Error, FloatMode.Trap, Rd.Failure, Alerted};
(* A sign or none; then digits with a point before, among or after them or none, and a letter of "eEdDxX" with a sign or none and digits, or nothing of
   that; or "INFINITY", "INF" or "NAN", in capitals or not. The result is the nearest number. May be an "Overflow" or "Underflow". *)

END Lex.
