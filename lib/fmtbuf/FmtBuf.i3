INTERFACE FmtBuf;

(* Numbers as characters in an array of the caller's: each procedure does what its namesake in "Fmt" does, puts the characters at the start of "b" and
   returns how many there are. "b" being too short for them is a checked run-time error. *)

IMPORT Fmt, Word, Real AS R, LongReal AS LR, Extended AS ER;

TYPE
  T = ARRAY OF CHAR;
  Base = Fmt.Base;
  Style = Fmt.Style;

PROCEDURE Int(VAR b: T; n: INTEGER; base: Base := 10): CARDINAL;
PROCEDURE Unsigned(VAR b: T; n: Word.T; base: Base := 16): CARDINAL;

PROCEDURE Real(VAR b: T; x: REAL; style := Style.Auto; prec: CARDINAL := R.MaxSignifDigits - 1; literal := FALSE): CARDINAL;
PROCEDURE LongReal(VAR b: T; x: LONGREAL; style := Style.Auto; prec: CARDINAL := LR.MaxSignifDigits - 1; literal := FALSE): CARDINAL;
PROCEDURE Extended(VAR b: T; x: EXTENDED; style := Style.Auto; prec: CARDINAL := ER.MaxSignifDigits - 1; literal := FALSE): CARDINAL;

END FmtBuf.
