INTERFACE Swap;

(* Numbers with their bytes in reversed order, for what comes from or goes to the other kind of machine, or the network. *)

TYPE Endian = {Big, Little};

VAR (* CONST *) endian: Endian;
(* "Little": the lowest byte comes first here. *)

CONST FirstInt32 = -16_7FFFFFFF - 1;

TYPE
  Int32  = BITS 32 FOR [FirstInt32 .. 16_7FFFFFFF];
  Int16  = BITS 16 FOR [-16_8000 .. 16_7FFF];
  UInt16 = BITS 16 FOR [0 .. 16_FFFF];
  UInt32 = BITS 32 FOR [0 .. 16_FFFFFFFF];

PROCEDURE Swap4(i: Int32): Int32;
PROCEDURE Swap4U(i: UInt32): UInt32;
PROCEDURE Swap2(i: Int16): Int16;
PROCEDURE Swap2U(i: UInt16): UInt16;
PROCEDURE SwapInt(i: INTEGER): INTEGER;
(* The number whose bytes are those of "i", the last first. *)

TYPE
  Int64On32 = RECORD a, b: Int32 END;
  Int64On64 = RECORD v: INTEGER END;
  (* 64 bits as two words, "a" with the lower ones, and as one. *)

PROCEDURE Swap8(READONLY i: Int64On32): Int64On32;
(* Int64On32 {a := Swap4(i.b), b := Swap4(i.a)} *)

END Swap.
