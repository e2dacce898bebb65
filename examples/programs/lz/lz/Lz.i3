INTERFACE Lz;

(* Compression after Lempel and Ziv (1977): what came before within a window is referred to instead of being written again.

   A compressed file is

     "LZ3" version, number of bytes (varint), tokens, check sum of the bytes (4, the lowest first)

   and a token is either

     2 * n        (varint, n > 0) and n bytes that stand for themselves, or
     2 * n + 1    (varint) and d (varint): the n + MinMatch bytes that begin d + 1 bytes back.

   A varint is a number in groups of 7 bits, the lowest first; all but the last have 16_80 added. *)

IMPORT ByteSeq, Rd, Thread;

CONST
  Window = 16_8000;
  MinMatch = 4;

EXCEPTION Damaged(TEXT);

TYPE Statistics = RECORD literals, matches, matched: CARDINAL := 0 END;

PROCEDURE Compress(READONLY data: ARRAY OF CHAR; VAR statistics: Statistics): ByteSeq.T;

PROCEDURE Expand(file: ByteSeq.T): REF ARRAY OF CHAR RAISES {Damaged};

PROCEDURE ReadAll(rd: Rd.T): REF ARRAY OF CHAR RAISES {Rd.Failure, Thread.Alerted};
(* All characters to the end of "rd". *)

END Lz.
