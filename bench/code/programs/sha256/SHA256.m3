MODULE SHA256;

IMPORT Word;

CONST Mask = 16_FFFFFFFF;

TYPE
  Word32 = [0 .. Mask];
  State = ARRAY [0 .. 7] OF Word32;

CONST
  Constants = ARRAY [0 .. 63] OF Word32{
    16_428A2F98, 16_71374491, 16_B5C0FBCF, 16_E9B5DBA5, 16_3956C25B, 16_59F111F1, 16_923F82A4, 16_AB1C5ED5,
    16_D807AA98, 16_12835B01, 16_243185BE, 16_550C7DC3, 16_72BE5D74, 16_80DEB1FE, 16_9BDC06A7, 16_C19BF174,
    16_E49B69C1, 16_EFBE4786, 16_0FC19DC6, 16_240CA1CC, 16_2DE92C6F, 16_4A7484AA, 16_5CB0A9DC, 16_76F988DA,
    16_983E5152, 16_A831C66D, 16_B00327C8, 16_BF597FC7, 16_C6E00BF3, 16_D5A79147, 16_06CA6351, 16_14292967,
    16_27B70A85, 16_2E1B2138, 16_4D2C6DFC, 16_53380D13, 16_650A7354, 16_766A0ABB, 16_81C2C92E, 16_92722C85,
    16_A2BFE8A1, 16_A81A664B, 16_C24B8B70, 16_C76C51A3, 16_D192E819, 16_D6990624, 16_F40E3585, 16_106AA070,
    16_19A4C116, 16_1E376C08, 16_2748774C, 16_34B0BCB5, 16_391C0CB3, 16_4ED8AA4A, 16_5B9CCA4F, 16_682E6FF3,
    16_748F82EE, 16_78A5636F, 16_84C87814, 16_8CC70208, 16_90BEFFFA, 16_A4506CEB, 16_BEF9A3F7, 16_C67178F2};

PROCEDURE Rotate(x: Word32; n: [1 .. 31]): Word32 =
  BEGIN
    RETURN Word.And(Word.Or(Word.RightShift(x, n), Word.LeftShift(x, 32 - n)), Mask);
  END Rotate;

PROCEDURE Block(VAR state: State; number: INTEGER) =
  VAR
    w: ARRAY [0 .. 63] OF Word32;
    a := state[0];
    b := state[1];
    c := state[2];
    d := state[3];
    e := state[4];
    f := state[5];
    g := state[6];
    h := state[7];
    s0, s1, choice, majority: Word32;
    t1, t2: INTEGER;
  BEGIN
    FOR i := 0 TO 15 DO w[i] := Word.And(number * 31 + i * 17, Mask) END;
    FOR i := 16 TO 63 DO
      s0 := Word.Xor(Word.Xor(Rotate(w[i - 15], 7), Rotate(w[i - 15], 18)), Word.RightShift(w[i - 15], 3));
      s1 := Word.Xor(Word.Xor(Rotate(w[i - 2], 17), Rotate(w[i - 2], 19)), Word.RightShift(w[i - 2], 10));
      w[i] := Word.And(w[i - 16] + s0 + w[i - 7] + s1, Mask);
    END;
    FOR i := 0 TO 63 DO
      s1 := Word.Xor(Word.Xor(Rotate(e, 6), Rotate(e, 11)), Rotate(e, 25));
      choice := Word.Xor(Word.And(e, f), Word.And(Word.Xor(e, Mask), g));
      t1 := h + s1 + choice + Constants[i] + w[i];
      s0 := Word.Xor(Word.Xor(Rotate(a, 2), Rotate(a, 13)), Rotate(a, 22));
      majority := Word.Xor(Word.Xor(Word.And(a, b), Word.And(a, c)), Word.And(b, c));
      t2 := s0 + majority;
      h := g;
      g := f;
      f := e;
      e := Word.And(d + t1, Mask);
      d := c;
      c := b;
      b := a;
      a := Word.And(t1 + t2, Mask);
    END;
    state[0] := Word.And(state[0] + a, Mask);
    state[1] := Word.And(state[1] + b, Mask);
    state[2] := Word.And(state[2] + c, Mask);
    state[3] := Word.And(state[3] + d, Mask);
    state[4] := Word.And(state[4] + e, Mask);
    state[5] := Word.And(state[5] + f, Mask);
    state[6] := Word.And(state[6] + g, Mask);
    state[7] := Word.And(state[7] + h, Mask);
  END Block;

PROCEDURE Run(n: INTEGER): INTEGER =
  VAR state := State{
        16_6A09E667, 16_BB67AE85, 16_3C6EF372, 16_A54FF53A, 16_510E527F, 16_9B05688C, 16_1F83D9AB, 16_5BE0CD19};
  BEGIN
    FOR i := 1 TO n DO Block(state, i) END;
    RETURN state[0];
  END Run;

BEGIN
END SHA256.
