MODULE Swap;

IMPORT Word;

(* Each is an expression without a call or a loop: it is called for every number of a packet. *)

PROCEDURE Swap4(i: Int32): Int32 =
  BEGIN
    WITH n = Word.And(i, LAST(UInt32)) DO
      (* The byte that comes first is a signed one. *)
      RETURN (Word.And(n, 16_FF) - Word.LeftShift(Word.And(n, 16_80), 1)) * 16_1000000
             + Word.LeftShift(Word.And(n, 16_FF00), 8) + Word.And(Word.RightShift(n, 8), 16_FF00) + Word.RightShift(n, 24);
    END;
  END Swap4;

PROCEDURE Swap4U(i: UInt32): UInt32 =
  BEGIN
    RETURN Word.LeftShift(Word.And(i, 16_FF), 24) + Word.LeftShift(Word.And(i, 16_FF00), 8)
           + Word.And(Word.RightShift(i, 8), 16_FF00) + Word.RightShift(i, 24);
  END Swap4U;

PROCEDURE Swap2(i: Int16): Int16 =
  BEGIN
    WITH n = Word.And(i, LAST(UInt16)) DO
      RETURN (Word.And(n, 16_FF) - Word.LeftShift(Word.And(n, 16_80), 1)) * 16_100 + Word.RightShift(n, 8);
    END;
  END Swap2;

PROCEDURE Swap2U(i: UInt16): UInt16 =
  BEGIN
    RETURN Word.LeftShift(Word.And(i, 16_FF), 8) + Word.RightShift(i, 8);
  END Swap2U;

PROCEDURE SwapInt(i: INTEGER): INTEGER =
  BEGIN
    WITH low = Word.And(i, LAST(UInt32)), high = Word.RightShift(i, 32) DO
      RETURN Word.Or(Word.LeftShift(Swap4U(low), 32), Swap4U(high));
    END;
  END SwapInt;

PROCEDURE Swap8(READONLY i: Int64On32): Int64On32 =
  BEGIN
    RETURN Int64On32 {a := Swap4(i.b), b := Swap4(i.a)};
  END Swap8;

BEGIN
  endian := Endian.Little;
END Swap.
