(* LOOPHOLE of a variable, where every pattern of bits is a value of both types, is compiled: it is what VIEW is (2.7). *)
UNSAFE MODULE Main;
IMPORT Fmt, IO;

TYPE Byte = BITS 8 FOR [0 .. 255];

PROCEDURE Copy(READONLY from: ARRAY OF CHAR; VAR to: ARRAY OF CHAR) =
  BEGIN
    FOR i := 0 TO MIN(LAST(from), LAST(to)) DO to[i] := from[i] END
  END Copy;

VAR
  a := 16_44434241; b := 0; n: INTEGER;
  bytes: ARRAY [0 .. 7] OF Byte;
BEGIN
  Copy(SUBARRAY(LOOPHOLE(a, ARRAY OF CHAR), 0, 3), SUBARRAY(LOOPHOLE(b, ARRAY OF CHAR), 1, 3));
  bytes := LOOPHOLE(b, ARRAY [0 .. 7] OF Byte);
  IO.Put(Fmt.Int(b, 16) & " " & Fmt.Int(bytes[1]) & "\n");
  bytes[0] := 255;
  n := LOOPHOLE(bytes, INTEGER);
  LOOPHOLE(n, ARRAY [0 .. 7] OF CHAR)[3] := 'z';
  IO.Put(Fmt.Int(n, 16) & " " & Fmt.Bool(LOOPHOLE(n, LONGINT) = 16_7a4241FFL) & "\n")
END Main.
