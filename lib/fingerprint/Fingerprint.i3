INTERFACE Fingerprint;

(* 64 bits that stand for a text, or for something made of texts and pairs: equal things have equal fingerprints, and different ones differ
   unless a chance of about 2^-64 a pair has it otherwise. Nobody is kept from making two things with one fingerprint on purpose. *)

IMPORT Word;

CONST Brand = "Fingerprint";

TYPE T = RECORD byte: ARRAY [0 .. 7] OF BITS 8 FOR [0 .. 255] END;
(* The most significant byte first. *)

CONST Zero = T{ARRAY [0 .. 7] OF BITS 8 FOR [0 .. 255]{0, ..}};
(* The fingerprint of nothing in particular. *)

CONST OfEmpty = T{ARRAY [0 .. 7] OF BITS 8 FOR [0 .. 255]{255, ..}};
(* That of the empty text. *)

PROCEDURE FromText(txt: TEXT): T;
(* The rest that CRC-64 with ECMA-182's polynomial leaves of the characters, beginning with all ones; characters beyond Latin-1 change it in a
   way of their own. *)

PROCEDURE FromChars(READONLY buff: ARRAY OF CHAR; READONLY fp: T): T;
(* "FromText(t & Text.FromChars(buff))", if "fp = FromText(t)": long texts can be taken part by part. *)

PROCEDURE Combine(READONLY fp1, fp2: T): T;
(* The fingerprint of the pair; that of "fp2" and "fp1" is another one. *)

PROCEDURE Equal(READONLY fp1, fp2: T): BOOLEAN;

PROCEDURE Hash(READONLY fp: T): Word.T;

END Fingerprint.
