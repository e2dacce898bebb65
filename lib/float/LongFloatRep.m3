MODULE LongFloatRep;

IMPORT Fmt, IEEE, Math, Word;

PROCEDURE BitsOf(x: LONGREAL): Word.T = BEGIN RETURN IEEE.BitsOfLongReal(x) END BitsOf;

PROCEDURE OfBits(bits: Word.T): LONGREAL = BEGIN RETURN IEEE.LongRealOfBits(bits) END OfBits;

PROCEDURE Scale(x: LONGREAL; n: INTEGER): LONGREAL = BEGIN RETURN Math.ldexp(x, MIN(MAX(n, -3000), 3000)) END Scale;

PROCEDURE Root(x: LONGREAL): LONGREAL = BEGIN RETURN Math.sqrt(x) END Root;

PROCEDURE Parse(decimal: TEXT): LONGREAL = BEGIN RETURN IEEE.ParseLongReal(decimal) END Parse;

PROCEDURE Format(x: LONGREAL; prec: CARDINAL): TEXT = BEGIN RETURN Fmt.LongReal(x, Fmt.Style.Sci, prec) END Format;

BEGIN
END LongFloatRep.
