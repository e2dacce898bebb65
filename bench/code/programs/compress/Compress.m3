MODULE Compress;

CONST
  Hashes = 4096;
  Farthest = 65535;
  Longest = 255;
  Shortest = 4;  (* what a reference takes *)
  Literal = 0;   (* then the byte *)
  Reference = 1; (* then the length and two bytes for the distance *)

TYPE
  Byte = BITS 8 FOR [0 .. 255];
  Bytes = REF ARRAY OF Byte;

PROCEDURE MakeInput(VAR input: ARRAY OF Byte) =
  VAR
    seed := 7;
    filled := 0;
    length, distance: INTEGER;
  BEGIN
    WHILE filled < NUMBER(input) DO
      seed := seed * 16807 MOD 2147483647;
      IF filled < 64 OR seed MOD 4 = 0 THEN
        input[filled] := ORD('a') + seed DIV 4 MOD 16;
        INC(filled);
      ELSE
        length := MIN(4 + seed DIV 4 MOD 20, NUMBER(input) - filled);
        distance := 1 + seed DIV 128 MOD MIN(filled, 4000);
        FOR i := filled TO filled + length - 1 DO input[i] := input[i - distance] END;
        INC(filled, length);
      END;
    END;
  END MakeInput;

(* How many bytes from "from" on are those from "at" on. *)
PROCEDURE Match(READONLY input: ARRAY OF Byte; from, at: INTEGER): INTEGER =
  VAR
    length := 0;
    most := MIN(Longest, NUMBER(input) - at);
  BEGIN
    WHILE length < most AND input[from + length] = input[at + length] DO INC(length) END;
    RETURN length;
  END Match;

(* The number of bytes put into "output". *)
PROCEDURE Pack(READONLY input: ARRAY OF Byte; VAR output: ARRAY OF Byte): INTEGER =
  VAR
    last: ARRAY [0 .. Hashes - 1] OF INTEGER;  (* where three bytes with that hash were seen; -1 if nowhere *)
    at, size := 0;
    hash, seen, length: INTEGER;
  BEGIN
    FOR i := 0 TO LAST(last) DO last[i] := -1 END;
    WHILE at < NUMBER(input) DO
      length := 0;
      seen := -1;
      IF at + 2 < NUMBER(input) THEN
        hash := (input[at] * 961 + input[at + 1] * 31 + input[at + 2]) MOD Hashes;
        seen := last[hash];
        last[hash] := at;
        IF seen >= 0 AND at - seen <= Farthest THEN length := Match(input, seen, at) END;
      END;
      IF length >= Shortest THEN
        output[size] := Reference;
        output[size + 1] := length;
        output[size + 2] := (at - seen) MOD 256;
        output[size + 3] := (at - seen) DIV 256;
        INC(size, 4);
        INC(at, length);
      ELSE
        output[size] := Literal;
        output[size + 1] := input[at];
        INC(size, 2);
        INC(at);
      END;
    END;
    RETURN size;
  END Pack;

PROCEDURE Unpack(READONLY packed: ARRAY OF Byte; VAR output: ARRAY OF Byte) =
  VAR at, size, length, distance := 0;
  BEGIN
    WHILE at < NUMBER(packed) DO
      IF packed[at] = Reference THEN
        length := packed[at + 1];
        distance := packed[at + 2] + packed[at + 3] * 256;
        FOR i := size TO size + length - 1 DO output[i] := output[i - distance] END;
        INC(size, length);
        INC(at, 4);
      ELSE
        output[size] := packed[at + 1];
        INC(size);
        INC(at, 2);
      END;
    END;
  END Unpack;

PROCEDURE Run(n: INTEGER): INTEGER =
  VAR
    input := NEW(Bytes, n);
    packed := NEW(Bytes, 2 * n);
    output := NEW(Bytes, n);
    size: INTEGER;
    sum := 0;
  BEGIN
    MakeInput(input^);
    size := Pack(input^, packed^);
    Unpack(SUBARRAY(packed^, 0, size), output^);
    FOR i := 0 TO n - 1 DO
      IF output[i] # input[i] THEN RETURN -1 - i END;
    END;
    FOR i := 0 TO size - 1 DO sum := (sum * 31 + packed[i]) MOD 1000000007 END;
    RETURN sum;
  END Run;

BEGIN
END Compress.
