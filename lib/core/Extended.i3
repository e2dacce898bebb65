INTERFACE Extended;

(* Properties of EXTENDED: a binary floating-point number of IEEE 754 with 64 bits. *)

IMPORT Word;

TYPE T = EXTENDED;

CONST
  Base: INTEGER = 2;
  Precision: INTEGER = 53;        (* digits in "Base" *)
  MaxFinite: T = 1.7976931348623157X308;
  MinPos: T = 4.9406564584124654X-324;        (* the least positive number *)
  MinPosNormal: T = 2.2250738585072014X-308;  (* the least positive number with full precision *)
  MaxExpDigits = 3;                (* decimal digits that every exponent fits in *)
  MaxSignifDigits = 17;             (* decimal digits that tell any two numbers apart *)
  Brand = "Extended";

<*EXTERNAL*>
FUNCTIONAL PROCEDURE Equal(a, b: T): BOOLEAN;
(* a = b; unspecified for NaN *)

<*EXTERNAL*>
FUNCTIONAL PROCEDURE Hash(a: T): Word.T;
(* Equal numbers have equal hashes. *)

<*EXTERNAL*>
FUNCTIONAL PROCEDURE Compare(a, b: T): [-1 .. 1];
(* -1 if "a < b", 0 if "a = b", 1 if "a > b"; unspecified for NaN *)

END Extended.
