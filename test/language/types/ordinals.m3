(* Enumerations, subranges, sets: what their parts must be. *)
=== errors
MODULE Main;

CONST
  Low = 3;
  High = Low + 4;

TYPE
  Digit = [0..9];
  Letter = ['a'..'z'];
  Color = {Red, Green, Blue, Green};
(*                           ^ M3129: Green is twice in this enumeration *)
  Warm = [Color.Red..Color.Green];
  Mixed = [0..'a'];
(*        ^ M3106: the bounds of a subrange must have one type: these are INTEGER and CHAR *)
  Real = [0.0..1.0];
(*        ^ M3106: the bounds of a subrange must be ordinal constants, not REAL *)
  Variable = [0..v];
(*               ^ M3502: a constant expression is wanted here, and this can only be evaluated at run time *)
  Unknown = [0..nothing];
(*              ^ M3401: nothing is not declared *)
  Named = [Low..High];
  Long = [0L..9L];
  LongMixed = [0..9L];
(*            ^ M3106: the bounds of a subrange must have one type: these are INTEGER and LONGINT *)
  Empty = [1..0];
  Bool = [FALSE..TRUE];
  None = {};

  S1 = SET OF Digit;
  S2 = SET OF CHAR;
  S3 = SET OF INTEGER;
(*            ^ M3134: a set of INTEGER would be too large *)
  S4 = SET OF TEXT;
(*            ^ M3109: the elements of a set must be of an ordinal type, not TEXT *)
  S5 = SET OF Empty;
  S6 = SET OF WIDECHAR;
  S7 = SET OF [0..1000000000];
(*            ^ M3134: a set of [0..1000000000] would be too large *)

VAR
  v: INTEGER;
  e: Empty;
(*   ^ M3119: this type has no values, so no variable can have it *)
  n: None;
(*   ^ M3119: this type has no values, so no variable can have it *)
  a: ARRAY Empty OF INTEGER;
  b: ARRAY [0..1] OF Empty;
(*                   ^ M3119: this type has no values, so no element can have it *)
  r: RECORD x: INTEGER; e: Empty END;
(*                         ^ M3119: this type has no values, so no field can have it *)
  color: Color;
  named: Named := 3;
  outside: Named := 8;

BEGIN
  color := Color.Green;
  named := outside;
END Main.
