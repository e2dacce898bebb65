INTERFACE RealFloatRep;

(* What the generic module "Float" asks of REAL. *)

IMPORT Word;

CONST
  Bits = 32;
  Fraction = 23;

PROCEDURE BitsOf(x: REAL): Word.T;
PROCEDURE OfBits(bits: Word.T): REAL;
PROCEDURE Scale(x: REAL; n: INTEGER): REAL;    (* x * 2^n, rounded once *)
PROCEDURE Root(x: REAL): REAL;
PROCEDURE Parse(decimal: TEXT): REAL;
PROCEDURE Format(x: REAL; prec: CARDINAL): TEXT;  (* "Fmt.Style.Sci" *)

END RealFloatRep.
