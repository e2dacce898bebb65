MODULE RealFloatRep;

IMPORT Fmt, IEEE, Math, Word;

PROCEDURE BitsOf(x: REAL): Word.T = BEGIN RETURN IEEE.BitsOfReal(x) END BitsOf;

PROCEDURE OfBits(bits: Word.T): REAL = BEGIN RETURN IEEE.RealOfBits(bits) END OfBits;

(* The product is exact as a LONGREAL, unless it is far out of the range of REAL anyway. *)
PROCEDURE Scale(x: REAL; n: INTEGER): REAL =
  BEGIN
    RETURN FLOAT(Math.ldexp(FLOAT(x, LONGREAL), MIN(MAX(n, -600), 600)), REAL);
  END Scale;

(* A LONGREAL has more than twice the digits, so rounding twice does no harm. *)
PROCEDURE Root(x: REAL): REAL = BEGIN RETURN FLOAT(Math.sqrt(FLOAT(x, LONGREAL)), REAL) END Root;

PROCEDURE Parse(decimal: TEXT): REAL = BEGIN RETURN IEEE.ParseReal(decimal) END Parse;

PROCEDURE Format(x: REAL; prec: CARDINAL): TEXT = BEGIN RETURN Fmt.Real(x, Fmt.Style.Sci, prec) END Format;

BEGIN
END RealFloatRep.
