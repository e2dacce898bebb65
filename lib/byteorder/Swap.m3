MODULE Swap;

IMPORT Word;

(* The lowest "bytes" bytes of "i", the last first, as an unsigned number. *)
PROCEDURE Reversed(i: Word.T; bytes: [1 .. 8]): Word.T =
  VAR result: Word.T := 0;
  BEGIN
    FOR k := 0 TO bytes - 1 DO result := Word.Or(Word.LeftShift(result, 8), Word.Extract(i, 8 * k, 8)) END;
    RETURN result;
  END Reversed;

(* The lowest "bits" bits of "i" as a signed number. *)
PROCEDURE Signed(i: Word.T; bits: [1 .. 32]): INTEGER =
  BEGIN
    IF Word.Extract(i, bits - 1, 1) = 0 THEN RETURN i END;
    RETURN i - Word.LeftShift(1, bits);
  END Signed;

PROCEDURE Swap4(i: Int32): Int32 =
  BEGIN
    RETURN Signed(Reversed(i, 4), 32);
  END Swap4;

PROCEDURE Swap4U(i: UInt32): UInt32 =
  BEGIN
    RETURN Reversed(i, 4);
  END Swap4U;

PROCEDURE Swap2(i: Int16): Int16 =
  BEGIN
    RETURN Signed(Reversed(i, 2), 16);
  END Swap2;

PROCEDURE Swap2U(i: UInt16): UInt16 =
  BEGIN
    RETURN Reversed(i, 2);
  END Swap2U;

PROCEDURE SwapInt(i: INTEGER): INTEGER =
  BEGIN
    RETURN Reversed(i, 8);
  END SwapInt;

PROCEDURE Swap8(READONLY i: Int64On32): Int64On32 =
  BEGIN
    RETURN Int64On32 {a := Swap4(i.b), b := Swap4(i.a)};
  END Swap8;

BEGIN
  endian := Endian.Little;
END Swap.
