MODULE MD5;

IMPORT DigestBlocks, Math, Rd, Word;
FROM DigestBlocks IMPORT Plus32;
FROM Thread IMPORT Alerted;

TYPE
  State = ARRAY [0 .. 3] OF Word.T;
  T = DigestBlocks.T OBJECT
      state := State{16_67452301, 16_EFCDAB89, 16_98BADCFE, 16_10325476};
    OVERRIDES
      take := Take;
    END;

CONST
  Shift = ARRAY [0 .. 3], [0 .. 3] OF [0 .. 31]{
    ARRAY [0 .. 3] OF [0 .. 31]{7, 12, 17, 22},
    ARRAY [0 .. 3] OF [0 .. 31]{5, 9, 14, 20},
    ARRAY [0 .. 3] OF [0 .. 31]{4, 11, 16, 23},
    ARRAY [0 .. 3] OF [0 .. 31]{6, 10, 15, 21}};

VAR sine: ARRAY [0 .. 63] OF Word.T;  (* 32 bits behind the point of |sin(i + 1)| *)

PROCEDURE Take(t: T; READONLY block: DigestBlocks.Block) =
  VAR
    a := t.state[0];
    b := t.state[1];
    c := t.state[2];
    d := t.state[3];
    f, next: Word.T;
    k: [0 .. 15];
  BEGIN
    FOR i := 0 TO 63 DO
      CASE i DIV 16 OF
      | 0 =>
          f := Word.Xor(d, Word.And(b, Word.Xor(c, d)));
          k := i;
      | 1 =>
          f := Word.Xor(c, Word.And(d, Word.Xor(b, c)));
          k := (5 * i + 1) MOD 16;
      | 2 =>
          f := Word.Xor(b, Word.Xor(c, d));
          k := (3 * i + 5) MOD 16;
      ELSE
        f := Word.Xor(c, Word.Or(b, Word.Xor(d, 16_FFFFFFFF)));
        k := 7 * i MOD 16;
      END;
      f := Plus32(Plus32(f, a), Plus32(sine[i], DigestBlocks.Word32(t, block, k)));
      next := Plus32(b, DigestBlocks.RotateLeft32(f, Shift[i DIV 16, i MOD 4]));
      a := d;
      d := c;
      c := b;
      b := next;
    END;
    t.state := State{Plus32(t.state[0], a), Plus32(t.state[1], b), Plus32(t.state[2], c),
                     Plus32(t.state[3], d)};
  END Take;

PROCEDURE FromText(txt: TEXT): TEXT =
  VAR t := NEW(T, bigEndian := FALSE);
  BEGIN
    DigestBlocks.OfText(t, txt);
    RETURN DigestBlocks.Hex(t, t.state);
  END FromText;

PROCEDURE FromFile(rd: Rd.T): TEXT RAISES {Rd.Failure, Alerted} =
  VAR t := NEW(T, bigEndian := FALSE);
  BEGIN
    DigestBlocks.OfRd(t, rd);
    RETURN DigestBlocks.Hex(t, t.state);
  END FromFile;

BEGIN
  FOR i := 0 TO 63 DO sine[i] := FLOOR(ABS(Math.sin(FLOAT(i + 1, LONGREAL))) * 4294967296.0D0) END;
END MD5.
