(* BITS n FOR T and ALIGNED. *)
=== errors
MODULE Main;

TYPE
  Nibble = BITS 4 FOR [0..15];
  TooSmall = BITS 4 FOR [0..16];
(*                ^ M3110: [0..16] needs at least 5 bits *)
  Signed = BITS 4 FOR [-8..7];
  SignedSmall = BITS 3 FOR [-8..7];
(*                   ^ M3110: [-8..7] needs at least 4 bits *)
  Bool = BITS 1 FOR BOOLEAN;
  TooWide = BITS 65 FOR INTEGER;
(*               ^ M3110: an ordinal takes at most 64 bits *)
  Negative = BITS -1 FOR BOOLEAN;
(*                ^ M3110: the number of bits must be a CARDINAL constant *)
  NotConstant = BITS n FOR BOOLEAN;
(*                   ^ M3502: a constant expression is wanted here, and this can only be evaluated at run time *)
  NotInteger = BITS 'a' FOR BOOLEAN;
(*                  ^ M3110: the number of bits must be a CARDINAL constant *)
  Float = BITS 32 FOR REAL;
  FloatSmall = BITS 16 FOR REAL;
(*                  ^ M3110: REAL needs at least 32 bits *)
  Ref = BITS 32 FOR REFANY;
  RefWide = BITS 64 FOR REFANY;
(*               ^ M3110: REFANY takes exactly 32 bits *)
  Byte = ALIGNED 8 FOR [0..255];
  Odd = ALIGNED 7 FOR [0..255];
(*              ^ M3131: the alignment must be 8, 16, 32 or 64 bits *)
  Header = RECORD version: BITS 4 FOR [0..15]; length: BITS 4 FOR [0..15] END;

VAR
  n := 3;
  h: Header;

BEGIN
  h.version := 4;
  h.length := h.version;
END Main.
