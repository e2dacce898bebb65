INTERFACE Crc32;

(* The check sum of Ethernet, gzip and PNG: polynomial 16_EDB88320, bits reversed. *)

IMPORT ByteSeq;

TYPE T = [0 .. 16_FFFFFFFF];

PROCEDURE Of(READONLY chars: ARRAY OF CHAR): T;
PROCEDURE OfBytes(bytes: ByteSeq.T): T;

END Crc32.
