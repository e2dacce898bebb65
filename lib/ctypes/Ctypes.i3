INTERFACE Ctypes;

(* The usual names of C's types. Nothing here is shared with C: pointers are references, and traced. *)

IMPORT BasicCtypes;

TYPE
  signed_char = BasicCtypes.signed_char;
  unsigned_char = BasicCtypes.unsigned_char;
  char = BasicCtypes.char;

  short_int = BasicCtypes.short_int;
  short = short_int;
  unsigned_short_int = BasicCtypes.unsigned_short_int;
  unsigned_short = unsigned_short_int;

  int = BasicCtypes.int;
  unsigned_int = BasicCtypes.unsigned_int;
  unsigned = unsigned_int;

  long_int = BasicCtypes.long_int;
  long = long_int;
  unsigned_long_int = BasicCtypes.unsigned_long_int;
  unsigned_long = unsigned_long_int;

  long_long = BasicCtypes.long_long;
  unsigned_long_long = BasicCtypes.unsigned_long_long;

  float = BasicCtypes.float;
  double = BasicCtypes.double;
  long_double = BasicCtypes.long_double;

  ptrdiff_t = BasicCtypes.ptrdiff_t;
  size_t = BasicCtypes.size_t;

  char_star = REF char;
  unsigned_char_star = REF unsigned_char;
  short_star = REF short;
  int_star = REF int;
  unsigned_int_star = REF unsigned_int;
  long_star = REF long;
  float_star = REF float;
  double_star = REF double;
  char_star_star = REF char_star;
  void_star = REFANY;

END Ctypes.
