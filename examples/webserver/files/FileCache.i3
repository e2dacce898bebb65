INTERFACE FileCache;

(* Files by name, kept in memory once they have been read from the disk. *)

PROCEDURE Get(name: TEXT): TEXT;
(* The contents of a file, or NIL if there is none. *)

PROCEDURE DiskReads(): CARDINAL;
(* How many times the disk had to be asked. *)

END FileCache.
