INTERFACE Compress;

PROCEDURE Run(n: INTEGER): INTEGER;
(* Compresses "n" bytes that repeat themselves by references back, decompresses them, and compares; a checksum of the compressed bytes. *)

END Compress.
