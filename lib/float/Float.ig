GENERIC INTERFACE Float(R);

(* The operations that IEEE 754 asks for or recommends beyond the operators, on the floating-point type "R.T". *)

IMPORT FloatMode;

TYPE T = R.T;

PROCEDURE Scalb(x: T; n: INTEGER): T RAISES {FloatMode.Trap};
(* x * 2^n, rounded once. May be an "Overflow" or "Underflow". *)

PROCEDURE Logb(x: T): T RAISES {FloatMode.Trap};
(* The exponent of "x": the whole "n" with 1 <= ABS(x) / 2^n < 2; that of the least normal number for denormalized ones; infinity for
   infinities, NaN for NaN; for zero, a "DivByZero", minus infinity. *)

PROCEDURE ILogb(x: T): INTEGER;
(* The same as an integer, of denormalized numbers too; FIRST(INTEGER) for zero, LAST(INTEGER) for infinities, 0 for NaN. *)

PROCEDURE NextAfter(x, y: T): T RAISES {FloatMode.Trap};
(* The number next to "x" towards "y"; "x" if they are equal, NaN if either is. May be an "Overflow" or "Underflow". *)

PROCEDURE CopySign(x, y: T): T;
(* "x" with the sign of "y" *)

PROCEDURE Finite(x: T): BOOLEAN;
(* Is "x" neither infinite nor NaN? *)

PROCEDURE IsNaN(x: T): BOOLEAN;

PROCEDURE Sign(x: T): [0 .. 1];
(* The sign bit: 1 for negative numbers and for minus zero. *)

PROCEDURE Differs(x, y: T): BOOLEAN;
(* x < y OR y < x *)

PROCEDURE Unordered(x, y: T): BOOLEAN;
(* Is either NaN? *)

PROCEDURE Sqrt(x: T): T RAISES {FloatMode.Trap};
(* The square root, correctly rounded; for negative "x", an "Invalid", NaN. *)

TYPE IEEEClass = {SignalingNaN, QuietNaN, Infinity, Normal, Denormal, Zero};

PROCEDURE Class(x: T): IEEEClass;
(* Every NaN is quiet. *)

PROCEDURE FromDecimal(sign: [0 .. 1]; READONLY digits: ARRAY OF [0 .. 9]; exp: INTEGER): T RAISES {FloatMode.Trap};
(* The number nearest to (-1)^sign * digits[0].digits[1]digits[2]... * 10^exp, of two the even one; no digits are zero. May be an "Overflow",
   "Underflow" or "Inexact"; the last one is found only where no digit is lost on the way back, that is for at most "R.MaxSignifDigits" digits. *)

TYPE
  DecimalApprox = RECORD
    class: IEEEClass;
    sign: [0 .. 1];
    len: [1 .. R.MaxSignifDigits] := 1;
    digits := ARRAY [0 .. R.MaxSignifDigits - 1] OF [0 .. 9]{0, ..};
    exp: INTEGER := 0;
    errorSign: [-1 .. 1] := 0;
  END;

PROCEDURE ToDecimal(x: T): DecimalApprox;
(* The fewest digits from which "FromDecimal" makes "x" again, and of those the nearest to "x": digits[0].digits[1]... * 10^exp. "errorSign" is the sign
   of ABS(x) minus that. The last three are meant for normal and denormalized numbers; of others they have their defaults. *)

END Float.
