INTERFACE LongFloatRep;

(* What the generic module "Float" asks of LONGREAL. *)

IMPORT Word;

CONST
  Bits = 64;
  Fraction = 52;

PROCEDURE BitsOf(x: LONGREAL): Word.T;
PROCEDURE OfBits(bits: Word.T): LONGREAL;
PROCEDURE Scale(x: LONGREAL; n: INTEGER): LONGREAL;    (* x * 2^n, rounded once *)
PROCEDURE Root(x: LONGREAL): LONGREAL;
PROCEDURE Parse(decimal: TEXT): LONGREAL;
PROCEDURE Format(x: LONGREAL; prec: CARDINAL): TEXT;  (* "Fmt.Style.Sci" *)

END LongFloatRep.
