INTERFACE RTIO;

(* The simplest output there is, for programs that watch themselves: nothing here raises anything. What is put waits in the buffer of "Stdio.stdout" until that is
   flushed, by "Flush" or when the program ends. *)

IMPORT Long, Word;

PROCEDURE PutChar(c: CHAR);
PROCEDURE PutWideChar(c: WIDECHAR);

PROCEDURE PutChars(READONLY a: ARRAY OF CHAR);
PROCEDURE PutText(t: TEXT);
(* Nothing for NIL. *)

PROCEDURE PutInt(i: INTEGER; width := 0);
PROCEDURE PutLong(i: LONGINT; width := 0);
(* In decimal, with blanks in front up to "width". *)

PROCEDURE PutHex(i: Word.T; width := 0);
PROCEDURE PutLongHex(i: Long.T; width := 0);
(* "0x" and the hexadecimal digits of the unsigned number, with blanks in front up to "width". *)

PROCEDURE PutBool(b: BOOLEAN);
PROCEDURE PutLReal(x: LONGREAL);
PROCEDURE PutReal(x: REAL);

PROCEDURE PutAddr(a: ADDRESS; width := 0);
(* "NIL" or "address": where things lie is nobody's business. *)

PROCEDURE Flush();

END RTIO.
