INTERFACE ExtendedFloatRep;

(* What the generic module "Float" asks of EXTENDED. *)

IMPORT Word;

CONST
  Bits = 64;
  Fraction = 52;

PROCEDURE BitsOf(x: EXTENDED): Word.T;
PROCEDURE OfBits(bits: Word.T): EXTENDED;
PROCEDURE Scale(x: EXTENDED; n: INTEGER): EXTENDED;    (* x * 2^n, rounded once *)
PROCEDURE Root(x: EXTENDED): EXTENDED;
PROCEDURE Parse(decimal: TEXT): EXTENDED;
PROCEDURE Format(x: EXTENDED; prec: CARDINAL): TEXT;  (* "Fmt.Style.Sci" *)

END ExtendedFloatRep.
