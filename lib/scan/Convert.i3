INTERFACE Convert;

(* Numbers to and from characters in arrays. "Fmt", "Lex" and "Scan" do the same with texts and readers.

   A prefix of a number is its base in decimal and "_". *)

TYPE
  Buffer = ARRAY OF CHAR;
  Base = [2 .. 16];

  Style = {
    Flo,     (* digits, a point, "precision" digits *)
    AltFlo,  (* the same without zeros at the end; one digit stays behind the point *)
    Sci,     (* a digit, a point, "precision" digits, "E" ("D" for LONGREAL, "X" for EXTENDED), and the exponent *)
    AltSci,  (* the same without zeros at the end of the digits *)
    Mix      (* the shorter of "AltFlo" and "AltSci", the former if they are equally long, without a point where only a zero follows *)
  };

EXCEPTION Failed;

PROCEDURE FromInt(VAR buf: Buffer; value: INTEGER; base: Base := 10; prefix := FALSE): INTEGER RAISES {Failed};
PROCEDURE FromUnsigned(VAR buf: Buffer; value: INTEGER; base: Base := 10; prefix := FALSE): INTEGER RAISES {Failed};
PROCEDURE FromFloat(VAR buf: Buffer; value: REAL; precision: INTEGER := 6; style := Style.Mix): INTEGER RAISES {Failed};
PROCEDURE FromLongFloat(VAR buf: Buffer; value: LONGREAL; precision: INTEGER := 6; style := Style.Mix): INTEGER RAISES {Failed};
PROCEDURE FromExtended(VAR buf: Buffer; value: EXTENDED; precision: INTEGER := 6; style := Style.Mix): INTEGER RAISES {Failed};
(* Put the characters of "value" at the beginning of "buf" and return how many they are. "Failed" if they are too many; "buf" is then as it was. *)

PROCEDURE ToInt(READONLY buf: Buffer; VAR used: INTEGER; base: Base := 10): INTEGER;
PROCEDURE ToUnsigned(READONLY buf: Buffer; VAR used: INTEGER; base: Base := 10): INTEGER;
(* The value of the longest number at the beginning of "buf", modulo 2^64, and in "used" its length; 0 and 0 if there is none. It has a sign or none
   ("ToInt" only), a prefix or none, and digits; the prefix overrides "base". *)

PROCEDURE ToFloat(READONLY buf: Buffer; VAR used: INTEGER): REAL RAISES {Failed};
PROCEDURE ToLongFloat(READONLY buf: Buffer; VAR used: INTEGER): LONGREAL RAISES {Failed};
PROCEDURE ToExtended(READONLY buf: Buffer; VAR used: INTEGER): EXTENDED RAISES {Failed};
(* The number nearest to the longest decimal one at the beginning of "buf", and in "used" its length. It has a sign or none, digits with a point
   before, among or after them or none, and a letter of "eEdDxX" with a sign or none and digits, or nothing of that. "Failed" if there is none. *)

END Convert.
