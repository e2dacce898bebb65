MODULE SHA256;

IMPORT DigestBlocks, Math, Rd, Word;
FROM DigestBlocks IMPORT Plus32, RotateLeft32;
FROM Thread IMPORT Alerted;

TYPE
  State = ARRAY [0 .. 7] OF Word.T;
  T = DigestBlocks.T OBJECT
      state: State;
    OVERRIDES
      take := Take;
    END;

VAR
  start: State;                      (* 32 bits behind the point of the square roots of the first primes *)
  root: ARRAY [0 .. 63] OF Word.T;   (* the same of cube roots *)

PROCEDURE Bits(x: LONGREAL): Word.T =
  BEGIN
    RETURN FLOOR((x - FLOAT(FLOOR(x), LONGREAL)) * 4294967296.0D0);
  END Bits;

PROCEDURE IsPrime(n: CARDINAL): BOOLEAN =
  VAR d: CARDINAL := 2;
  BEGIN
    WHILE d * d <= n DO
      IF n MOD d = 0 THEN RETURN FALSE END;
      INC(d);
    END;
    RETURN TRUE;
  END IsPrime;

PROCEDURE MakeRoots() =
  VAR prime: CARDINAL := 2;
  BEGIN
    FOR i := 0 TO 63 DO
      WITH p = FLOAT(prime, LONGREAL) DO
        root[i] := Bits(Math.pow(p, 1.0D0 / 3.0D0));
        IF i <= LAST(start) THEN start[i] := Bits(Math.sqrt(p)) END;
      END;
      REPEAT INC(prime) UNTIL IsPrime(prime);
    END;
  END MakeRoots;

PROCEDURE RotateRight(a: Word.T; n: [1 .. 31]): Word.T =
  BEGIN
    RETURN RotateLeft32(a, 32 - n);
  END RotateRight;

PROCEDURE Xor3(a, b, c: Word.T): Word.T =
  BEGIN
    RETURN Word.Xor(a, Word.Xor(b, c));
  END Xor3;

PROCEDURE Take(t: T; READONLY block: DigestBlocks.Block) =
  VAR
    w: ARRAY [0 .. 63] OF Word.T;
    s := t.state;
    t1, t2: Word.T;
  BEGIN
    FOR i := 0 TO 15 DO w[i] := DigestBlocks.Word32(t, block, i) END;
    FOR i := 16 TO 63 DO
      WITH x = w[i - 15], y = w[i - 2] DO
        w[i] := Plus32(
          Plus32(w[i - 16], Xor3(RotateRight(x, 7), RotateRight(x, 18), Word.RightShift(x, 3))),
          Plus32(w[i - 7], Xor3(RotateRight(y, 17), RotateRight(y, 19), Word.RightShift(y, 10))));
      END;
    END;
    FOR i := 0 TO 63 DO
      WITH a = s[0], b = s[1], c = s[2], e = s[4], f = s[5], g = s[6] DO
        t1 := Plus32(
          Plus32(s[7], Xor3(RotateRight(e, 6), RotateRight(e, 11), RotateRight(e, 25))),
          Plus32(Word.Xor(g, Word.And(e, Word.Xor(f, g))), Plus32(root[i], w[i])));
        t2 := Plus32(
          Xor3(RotateRight(a, 2), RotateRight(a, 13), RotateRight(a, 22)),
          Xor3(Word.And(a, b), Word.And(a, c), Word.And(b, c)));
      END;
      SUBARRAY(s, 1, 7) := SUBARRAY(s, 0, 7);
      s[4] := Plus32(s[4], t1);
      s[0] := Plus32(t1, t2);
    END;
    FOR i := 0 TO 7 DO t.state[i] := Plus32(t.state[i], s[i]) END;
  END Take;

PROCEDURE FromText(txt: TEXT): TEXT =
  VAR t := NEW(T, bigEndian := TRUE, state := start);
  BEGIN
    DigestBlocks.OfText(t, txt);
    RETURN DigestBlocks.Hex(t, t.state);
  END FromText;

PROCEDURE FromFile(rd: Rd.T): TEXT RAISES {Rd.Failure, Alerted} =
  VAR t := NEW(T, bigEndian := TRUE, state := start);
  BEGIN
    DigestBlocks.OfRd(t, rd);
    RETURN DigestBlocks.Hex(t, t.state);
  END FromFile;

BEGIN
  MakeRoots();
END SHA256.
