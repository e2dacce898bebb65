INTERFACE Pathname;

(* Names of files, as POSIX has them: arc names with "/" between, and one in front if the name is absolute.

   A pathname is any text without the null character. "Arcs" is its other form: a sequence whose first element is the root
   directory ("/") or, if the pathname is relative, NIL; the others are arc names, without "/". An arc name may be empty.

   An arc name has a base and an extension: if there is a "." in it and something after the last one, that is the
   extension, and the base is what comes before that "."; else the base is the whole, and the extension is empty.

   Nothing here looks at files. *)

IMPORT TextSeq;

TYPE
  T = TEXT;
  Arcs = TextSeq.T;

EXCEPTION Invalid;

PROCEDURE Valid(pn: T): BOOLEAN;
(* Is it a pathname? *)

(* What is no pathname makes a result that has no meaning, where a procedure does not raise "Invalid". *)

PROCEDURE Decompose(pn: T): Arcs RAISES {Invalid};
(* The root directory or NIL, and all arc names as they are, "." and "..", too. *)

PROCEDURE Compose(a: Arcs): T RAISES {Invalid};
(* The pathname with those arcs. "Invalid" if "a" is NIL or empty, if its first element is neither NIL nor the root
   directory, or if another one is NIL or has "/" or the null character in it. *)

PROCEDURE Absolute(pn: T): BOOLEAN;
(* Does it begin with the root directory? *)

PROCEDURE Prefix(pn: T): T;
(* All but the last arc name; the root directory is left whole. *)

PROCEDURE Last(pn: T): T;
(* The last arc name; empty if there is none. *)

PROCEDURE Base(pn: T): T;
(* "pn" with the base of its last arc name in the place of that. *)

PROCEDURE Join(pn, base: T; ext: TEXT := NIL): T;
(* "base", with "." and "ext" added to it unless "ext" is NIL; and with "pn" in front unless that is NIL. "base" is
   relative then; if it is not, that is a checked run-time error. *)

PROCEDURE LastBase(pn: T): T;
(* The base of the last arc name. *)

PROCEDURE LastExt(pn: T): TEXT;
(* The extension of the last arc name. *)

PROCEDURE ReplaceExt(pn: T; ext: TEXT): T;
(* "pn" with "ext" as the extension of its last arc name; "pn" itself if that is empty. "ext" is not NIL. *)

VAR
  Parent: TEXT := "..";
  Current: TEXT := ".";
(* The arc names that stand for the directory above, and for the same. They are not to be changed. *)

END Pathname.
