INTERFACE Fmt;

(* Values as texts. *)

IMPORT Word, Long, Real AS R, LongReal AS LR, Extended AS ER;

<*EXTERNAL*>
PROCEDURE Bool(b: BOOLEAN): TEXT;
(* "TRUE" or "FALSE" *)

<*EXTERNAL*>
PROCEDURE Char(c: CHAR): TEXT;
(* The text of that character *)

TYPE Base = [2 .. 16];

<*EXTERNAL*>
PROCEDURE Int(n: INTEGER; base: Base := 10): TEXT;
<*EXTERNAL*>
PROCEDURE LongInt(n: LONGINT; base: Base := 10): TEXT;
<*EXTERNAL*>
PROCEDURE Unsigned(n: Word.T; base: Base := 16): TEXT;
<*EXTERNAL*>
PROCEDURE LongUnsigned(n: Long.T; base: Base := 16): TEXT;
(* The digits of "n", signed or unsigned, in lower case, without the base. *)

TYPE Style = {Sci, Fix, Auto};

<*EXTERNAL*>
PROCEDURE Real(x: REAL; style := Style.Auto; prec: CARDINAL := R.MaxSignifDigits - 1; literal := FALSE): TEXT;
<*EXTERNAL*>
PROCEDURE LongReal(x: LONGREAL; style := Style.Auto; prec: CARDINAL := LR.MaxSignifDigits - 1; literal := FALSE): TEXT;
<*EXTERNAL*>
PROCEDURE Extended(x: EXTENDED; style := Style.Auto; prec: CARDINAL := ER.MaxSignifDigits - 1; literal := FALSE): TEXT;
(* The number "x" in decimal. Its digits are the fewest that tell "x" from every other number of its type; "prec" rounds
   them further, or pads them with zeros.

   "Sci": sign or blank, a digit, a point, "prec" digits, "e", sign, and an exponent of "MaxExpDigits" digits.
          For zero the exponent is blank. All results are equally wide.
   "Fix": sign if negative, at least one digit, a point, and "prec" digits.
   "Auto": at most "prec + 1" significant digits without trailing zeros; like "Sci", but without blanks, "+" and
          leading zeros, if the exponent is 6 or more, or -6 or less; else like "Fix".
   A point is left out when no digit follows. Infinities and NaN are "Infinity" and "NaN".

   With "literal" the result is a literal of the type: a point and a zero are put in where there is no point, the exponent of
   LONGREAL begins with "d" and that of EXTENDED with "x", and is there always. Infinities and NaN are quotients. *)

PROCEDURE Addr(a: ADDRESS; base: Base := 16): TEXT;
PROCEDURE Ref(r: REFANY; base: Base := 16): TEXT;
(* "NIL", or "address" and "ref": where things lie is nobody's business, and "base" is there for programs that say it. *)

TYPE Align = {Left, Right};

<*EXTERNAL*>
PROCEDURE Pad(text: TEXT; length: CARDINAL; padChar: CHAR := ' '; align: Align := Align.Right): TEXT;
(* "text", filled up to "length" with "padChar" on the side away from "align". *)

<*EXTERNAL*>
PROCEDURE F(fmt: TEXT; t1, t2, t3, t4, t5: TEXT := NIL): TEXT;
(* "fmt" with its specifiers replaced, in order, by the texts that are not NIL. A specifier is a percent sign, perhaps "-",
   perhaps a number, and "s": the text is padded to the number, with zeros if that begins with one, and to the left with "-".
   It is a checked run-time error if there are more or fewer specifiers than texts, or a text after NIL. *)

<*EXTERNAL*>
PROCEDURE FN(fmt: TEXT; READONLY texts: ARRAY OF TEXT): TEXT;
(* The same for any number of texts, none of them NIL. *)

END Fmt.
