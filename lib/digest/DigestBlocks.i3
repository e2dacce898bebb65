INTERFACE DigestBlocks;

(* What MD5 and SHA-256 have in common: a message is cut into blocks of 64 bytes, the last of which ends with the message's length in bits. *)

IMPORT Rd, Word;
FROM Thread IMPORT Alerted;

TYPE
  Byte = [0 .. 255];
  Block = ARRAY [0 .. 63] OF BITS 8 FOR Byte;

  T = OBJECT
      bigEndian: BOOLEAN;  (* how the length is written, and the words of the digest *)
    METHODS
      take(READONLY b: Block);
    END;

PROCEDURE OfText(t: T; message: TEXT);
PROCEDURE OfRd(t: T; rd: Rd.T) RAISES {Rd.Failure, Alerted};
(* "t" takes the blocks of the message in order. A character that is no CHAR is a checked run-time error in a text, and "?" in a reader. *)

PROCEDURE Word32(t: T; READONLY b: Block; i: [0 .. 15]): Word.T;
(* Four bytes of the block as a number. *)

PROCEDURE Hex(t: T; READONLY words: ARRAY OF Word.T): TEXT;
(* The bytes of the numbers, of 32 bits each, in hexadecimal with small letters. *)

PROCEDURE Plus32(a, b: Word.T): Word.T;
PROCEDURE RotateLeft32(a: Word.T; n: [0 .. 31]): Word.T;

END DigestBlocks.
