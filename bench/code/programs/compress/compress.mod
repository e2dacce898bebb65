MODULE compress;

FROM Measure IMPORT measure;

CONST
  Most = 1000000;  (* bytes of input *)
  Hashes = 4096;
  Farthest = 65535;
  Longest = 255;
  Shortest = 4;   (* what a reference takes *)
  Literal = 0;    (* then the byte *)
  Reference = 1;  (* then the length and two bytes for the distance *)

TYPE Bytes = ARRAY [0 .. 2 * Most - 1] OF CHAR;

VAR input, packed, output: Bytes;

PROCEDURE Least(a, b: INTEGER): INTEGER;
BEGIN
  IF a < b THEN RETURN a ELSE RETURN b END
END Least;

PROCEDURE MakeInput(n: INTEGER);
VAR
  seed: LONGINT;
  filled, length, distance, i: INTEGER;
BEGIN
  seed := 7;
  filled := 0;
  WHILE filled < n DO
    seed := seed * 16807 MOD 2147483647;
    IF (filled < 64) OR (seed MOD 4 = 0) THEN
      input[filled] := CHR(97 + VAL(INTEGER, seed DIV 4 MOD 16));
      INC(filled)
    ELSE
      length := Least(4 + VAL(INTEGER, seed DIV 4 MOD 20), n - filled);
      distance := 1 + VAL(INTEGER, seed DIV 128) MOD Least(filled, 4000);
      FOR i := filled TO filled + length - 1 DO input[i] := input[i - distance] END;
      filled := filled + length
    END
  END
END MakeInput;

PROCEDURE Number(c: CHAR): INTEGER;
BEGIN
  RETURN VAL(INTEGER, ORD(c))
END Number;

(* How many bytes from "from" on are those from "at" on. *)
PROCEDURE Match(n, from, at: INTEGER): INTEGER;
VAR length, most: INTEGER;
BEGIN
  length := 0;
  most := Least(Longest, n - at);
  WHILE (length < most) AND (input[from + length] = input[at + length]) DO INC(length) END;
  RETURN length
END Match;

(* The number of bytes put into "packed". *)
PROCEDURE Pack(n: INTEGER): INTEGER;
VAR
  last: ARRAY [0 .. Hashes - 1] OF INTEGER;  (* where three bytes with that hash were seen; -1 if nowhere *)
  at, size, hash, seen, length, i: INTEGER;
BEGIN
  FOR i := 0 TO Hashes - 1 DO last[i] := -1 END;
  at := 0;
  size := 0;
  WHILE at < n DO
    length := 0;
    seen := -1;
    IF at + 2 < n THEN
      hash := (Number(input[at]) * 961 + Number(input[at + 1]) * 31 + Number(input[at + 2])) MOD Hashes;
      seen := last[hash];
      last[hash] := at;
      IF (seen >= 0) AND (at - seen <= Farthest) THEN length := Match(n, seen, at) END
    END;
    IF length >= Shortest THEN
      packed[size] := CHR(Reference);
      packed[size + 1] := CHR(length);
      packed[size + 2] := CHR((at - seen) MOD 256);
      packed[size + 3] := CHR((at - seen) DIV 256);
      size := size + 4;
      at := at + length
    ELSE
      packed[size] := CHR(Literal);
      packed[size + 1] := input[at];
      size := size + 2;
      INC(at)
    END
  END;
  RETURN size
END Pack;

PROCEDURE Unpack(n: INTEGER);
VAR at, size, length, distance, i: INTEGER;
BEGIN
  at := 0;
  size := 0;
  WHILE at < n DO
    IF packed[at] = CHR(Reference) THEN
      length := Number(packed[at + 1]);
      distance := Number(packed[at + 2]) + Number(packed[at + 3]) * 256;
      FOR i := size TO size + length - 1 DO output[i] := output[i - distance] END;
      size := size + length;
      at := at + 4
    ELSE
      output[size] := packed[at + 1];
      INC(size);
      at := at + 2
    END
  END
END Unpack;

PROCEDURE Run(n: LONGINT): LONGINT;
VAR
  given, size, i: INTEGER;
  sum: LONGINT;
BEGIN
  given := VAL(INTEGER, n);
  MakeInput(given);
  size := Pack(given);
  Unpack(size);
  FOR i := 0 TO given - 1 DO
    IF output[i] # input[i] THEN RETURN -1 - VAL(LONGINT, i) END
  END;
  sum := 0;
  FOR i := 0 TO size - 1 DO sum := (sum * 31 + VAL(LONGINT, ORD(packed[i]))) MOD 1000000007 END;
  RETURN sum
END Run;

BEGIN
  measure(Run)
END compress.
