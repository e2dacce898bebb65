MODULE sha256;

FROM Measure IMPORT measure;
FROM SYSTEM IMPORT BITSET32, CARDINAL32, CAST, SHIFT;

TYPE
  Constants = ARRAY [0 .. 63] OF CARDINAL32;
  State = ARRAY [0 .. 7] OF CARDINAL32;

CONST
  constants = Constants{
    0428A2F98H, 071374491H, 0B5C0FBCFH, 0E9B5DBA5H, 03956C25BH, 059F111F1H, 0923F82A4H, 0AB1C5ED5H,
    0D807AA98H, 012835B01H, 0243185BEH, 0550C7DC3H, 072BE5D74H, 080DEB1FEH, 09BDC06A7H, 0C19BF174H,
    0E49B69C1H, 0EFBE4786H, 00FC19DC6H, 0240CA1CCH, 02DE92C6FH, 04A7484AAH, 05CB0A9DCH, 076F988DAH,
    0983E5152H, 0A831C66DH, 0B00327C8H, 0BF597FC7H, 0C6E00BF3H, 0D5A79147H, 006CA6351H, 014292967H,
    027B70A85H, 02E1B2138H, 04D2C6DFCH, 053380D13H, 0650A7354H, 0766A0ABBH, 081C2C92EH, 092722C85H,
    0A2BFE8A1H, 0A81A664BH, 0C24B8B70H, 0C76C51A3H, 0D192E819H, 0D6990624H, 0F40E3585H, 0106AA070H,
    019A4C116H, 01E376C08H, 02748774CH, 034B0BCB5H, 0391C0CB3H, 04ED8AA4AH, 05B9CCA4FH, 0682E6FF3H,
    0748F82EEH, 078A5636FH, 084C87814H, 08CC70208H, 090BEFFFAH, 0A4506CEBH, 0BEF9A3F7H, 0C67178F2H};

VAR state: State;

PROCEDURE Bits(x: CARDINAL32): BITSET32;
BEGIN
  RETURN CAST(BITSET32, x)
END Bits;

PROCEDURE Number(s: BITSET32): CARDINAL32;
BEGIN
  RETURN CAST(CARDINAL32, s)
END Number;

PROCEDURE Rotated(x: CARDINAL32; n: INTEGER): BITSET32;
BEGIN
  RETURN SHIFT(Bits(x), -n) + SHIFT(Bits(x), 32 - n)
END Rotated;

PROCEDURE Shifted(x: CARDINAL32; n: INTEGER): BITSET32;
BEGIN
  RETURN SHIFT(Bits(x), -n)
END Shifted;

PROCEDURE Block(VAR state: State; number: CARDINAL32);
VAR
  w: ARRAY [0 .. 63] OF CARDINAL32;
  a, b, c, d, e, f, g, h, s0, s1, choice, majority, t1, t2: CARDINAL32;
  i: INTEGER;
BEGIN
  a := state[0];
  b := state[1];
  c := state[2];
  d := state[3];
  e := state[4];
  f := state[5];
  g := state[6];
  h := state[7];
  FOR i := 0 TO 15 DO w[i] := number * 31 + VAL(CARDINAL32, i) * 17 END;
  FOR i := 16 TO 63 DO
    s0 := Number(Rotated(w[i - 15], 7) / Rotated(w[i - 15], 18) / Shifted(w[i - 15], 3));
    s1 := Number(Rotated(w[i - 2], 17) / Rotated(w[i - 2], 19) / Shifted(w[i - 2], 10));
    w[i] := w[i - 16] + s0 + w[i - 7] + s1
  END;
  FOR i := 0 TO 63 DO
    s1 := Number(Rotated(e, 6) / Rotated(e, 11) / Rotated(e, 25));
    choice := Number((Bits(e) * Bits(f)) / (Bits(g) - Bits(e)));
    t1 := h + s1 + choice + constants[i] + w[i];
    s0 := Number(Rotated(a, 2) / Rotated(a, 13) / Rotated(a, 22));
    majority := Number((Bits(a) * Bits(b)) / (Bits(a) * Bits(c)) / (Bits(b) * Bits(c)));
    t2 := s0 + majority;
    h := g;
    g := f;
    f := e;
    e := d + t1;
    d := c;
    c := b;
    b := a;
    a := t1 + t2
  END;
  state[0] := state[0] + a;
  state[1] := state[1] + b;
  state[2] := state[2] + c;
  state[3] := state[3] + d;
  state[4] := state[4] + e;
  state[5] := state[5] + f;
  state[6] := state[6] + g;
  state[7] := state[7] + h
END Block;

PROCEDURE Run(n: LONGINT): LONGINT;
VAR i: LONGINT;
BEGIN
  state := State{
    06A09E667H, 0BB67AE85H, 03C6EF372H, 0A54FF53AH, 0510E527FH, 09B05688CH, 01F83D9ABH, 05BE0CD19H};
  FOR i := 1 TO n DO Block(state, VAL(CARDINAL32, i)) END;
  RETURN VAL(LONGINT, state[0])
END Run;

BEGIN
  measure(Run)
END sha256.
