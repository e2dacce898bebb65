MODULE Fingerprint;

IMPORT Text, Word;

CONST
  Polynomial = 16_42F0E1EBA9EA3693;  (* of ECMA-182, without x^64 *)
  Wide = 16_9E3779B97F4A7C15;        (* tells a character of three bytes from three characters *)

TYPE Byte = [0 .. 255];

(* What becomes of a byte that is shifted out. *)
VAR rest: ARRAY Byte OF Word.T;

PROCEDURE MakeRests() =
  VAR r: Word.T;
  BEGIN
    FOR byte := FIRST(Byte) TO LAST(Byte) DO
      r := Word.LeftShift(byte, 56);
      FOR bit := 1 TO 8 DO
        IF r < 0 THEN
          r := Word.Xor(Word.LeftShift(r, 1), Polynomial);
        ELSE
          r := Word.LeftShift(r, 1);
        END;
      END;
      rest[byte] := r;
    END;
  END MakeRests;

PROCEDURE Step(state: Word.T; byte: Byte): Word.T =
  BEGIN
    RETURN Word.Xor(Word.LeftShift(state, 8), rest[Word.Xor(Word.RightShift(state, 56), byte)]);
  END Step;

PROCEDURE ToWord(READONLY fp: T): Word.T =
  VAR w: Word.T := 0;
  BEGIN
    FOR i := 0 TO 7 DO w := Word.Or(Word.LeftShift(w, 8), fp.byte[i]) END;
    RETURN w;
  END ToWord;

PROCEDURE FromWord(w: Word.T): T =
  VAR fp: T;
  BEGIN
    FOR i := 0 TO 7 DO fp.byte[i] := Word.Extract(w, 56 - 8 * i, 8) END;
    RETURN fp;
  END FromWord;

PROCEDURE FromText(txt: TEXT): T =
  CONST Size = 512;
  VAR
    chunk: ARRAY [0 .. Size - 1] OF CHAR;
    length := Text.Length(txt);
    start := 0;
    fp := OfEmpty;
  BEGIN
    IF Text.HasWideChars(txt) THEN RETURN FromWide(txt) END;
    WHILE start < length DO
      WITH n = MIN(length - start, Size) DO
        Text.SetChars(chunk, txt, start);
        fp := FromChars(SUBARRAY(chunk, 0, n), fp);
        INC(start, n);
      END;
    END;
    RETURN fp;
  END FromText;

PROCEDURE FromWide(txt: TEXT): T =
  VAR
    state := ToWord(OfEmpty);
    code: CARDINAL;
  BEGIN
    FOR i := 0 TO Text.Length(txt) - 1 DO
      code := ORD(Text.GetWideChar(txt, i));
      IF code > ORD(LAST(CHAR)) THEN
        state := Step(Step(Word.Xor(state, Wide), Word.Extract(code, 16, 8)),
                      Word.Extract(code, 8, 8));
      END;
      state := Step(state, Word.Extract(code, 0, 8));
    END;
    RETURN FromWord(state);
  END FromWide;

PROCEDURE FromChars(READONLY buff: ARRAY OF CHAR; READONLY fp: T): T =
  VAR state := ToWord(fp);
  BEGIN
    FOR i := 0 TO LAST(buff) DO state := Step(state, ORD(buff[i])) END;
    RETURN FromWord(state);
  END FromChars;

(* A permutation of the words that leaves no pattern: the last step of SplitMix64. *)
PROCEDURE Mix(w: Word.T): Word.T =
  BEGIN
    w := Word.Times(Word.Xor(w, Word.RightShift(w, 30)), 16_BF58476D1CE4E5B9);
    w := Word.Times(Word.Xor(w, Word.RightShift(w, 27)), 16_94D049BB133111EB);
    RETURN Word.Xor(w, Word.RightShift(w, 31));
  END Mix;

PROCEDURE Combine(READONLY fp1, fp2: T): T =
  BEGIN
    RETURN FromWord(Mix(Word.Plus(Mix(Word.Plus(ToWord(fp1), Wide)), ToWord(fp2))));
  END Combine;

PROCEDURE Equal(READONLY fp1, fp2: T): BOOLEAN =
  BEGIN
    RETURN fp1 = fp2;
  END Equal;

PROCEDURE Hash(READONLY fp: T): Word.T =
  BEGIN
    RETURN ToWord(fp);
  END Hash;

BEGIN
  MakeRests();
END Fingerprint.
