INTERFACE SHA256;

PROCEDURE Run(n: INTEGER): INTEGER;
(* The first word of the state of SHA-256 (FIPS 180-4) after "n" blocks of 64 bytes. *)

END SHA256.
