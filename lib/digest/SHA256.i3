INTERFACE SHA256;

(* The digest SHA-256 of FIPS 180-4, as 64 hexadecimal digits. *)

IMPORT Rd;
FROM Thread IMPORT Alerted;

PROCEDURE FromText(txt: TEXT): TEXT;
(* A character that is no CHAR is a checked run-time error. *)

PROCEDURE FromFile(rd: Rd.T): TEXT RAISES {Rd.Failure, Alerted};
(* Of what is left of the reader. *)

END SHA256.
