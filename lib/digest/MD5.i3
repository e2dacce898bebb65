INTERFACE MD5;

(* The digest of RFC 1321, as 32 hexadecimal digits. It tells texts apart that nobody has made to deceive; "SHA256" also the others. *)

IMPORT Rd;
FROM Thread IMPORT Alerted;

PROCEDURE FromText(txt: TEXT): TEXT;
(* A character that is no CHAR is a checked run-time error. *)

PROCEDURE FromFile(rd: Rd.T): TEXT RAISES {Rd.Failure, Alerted};
(* Of what is left of the reader. *)

END MD5.
