MODULE Main;
TYPE
  Pair = RECORD x, y: BITS 5 FOR [0..31] END;
  Exact = BITS 16 FOR Pair;
  Few = BITS 10 FOR Pair;
(*           ^ W4112: a type of whole bytes is not packed into 10 bits; it takes 16 *)
  Many = BITS 64 FOR ARRAY [0..1] OF CHAR;
(*            ^ W4112: a type of whole bytes is not packed into 64 bits; it takes 16 *)
  Set = BITS 16 FOR SET OF [0..8];
  Big = BITS 70 FOR SET OF [0..69];
(*           ^ W4112: a type of whole bytes is not packed into 70 bits; it takes 128 *)
VAR a: Exact; b: Few; c: Many; d: Set; e: Big;
BEGIN
  EVAL a; EVAL b; EVAL c; EVAL d; EVAL e
END Main.
