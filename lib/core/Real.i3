INTERFACE Real;

(* Properties of REAL: a binary floating-point number of IEEE 754 with 32 bits. *)

IMPORT Word;

TYPE T = REAL;

CONST
  Base: INTEGER = 2;
  Precision: INTEGER = 24;        (* digits in "Base" *)
  MaxFinite: T = 3.40282347E38;
  MinPos: T = 1.40129846E-45;        (* the least positive number *)
  MinPosNormal: T = 1.17549435E-38;  (* the least positive number with full precision *)
  MaxExpDigits = 2;                (* decimal digits that every exponent fits in *)
  MaxSignifDigits = 9;             (* decimal digits that tell any two numbers apart *)
  Brand = "Real";

<*EXTERNAL*>
FUNCTIONAL PROCEDURE Equal(a, b: T): BOOLEAN;
(* a = b; unspecified for NaN *)

<*EXTERNAL*>
FUNCTIONAL PROCEDURE Hash(a: T): Word.T;
(* Equal numbers have equal hashes. *)

<*EXTERNAL*>
FUNCTIONAL PROCEDURE Compare(a, b: T): [-1 .. 1];
(* -1 if "a < b", 0 if "a = b", 1 if "a > b"; unspecified for NaN *)

END Real.
