INTERFACE BasicCtypes;

(* C's arithmetic types as a 64-bit Unix has them: the same values. *)

IMPORT Long, Word;

TYPE
  signed_char = [-16_80 .. 16_7F];
  short_int = [-16_8000 .. 16_7FFF];
  int = [-16_80000000 .. 16_7FFFFFFF];
  long_int = INTEGER;
  long_long = LONGINT;

  unsigned_char = [0 .. 16_FF];
  unsigned_short_int = [0 .. 16_FFFF];
  unsigned_int = [0 .. 16_FFFFFFFF];
  unsigned_long_int = Word.T;
  unsigned_long_long = Long.T;

  char = signed_char;

  float = REAL;
  double = LONGREAL;
  long_double = EXTENDED;

  ptrdiff_t = long_int;
  size_t = unsigned_long_int;

END BasicCtypes.
