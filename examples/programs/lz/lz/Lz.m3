MODULE Lz;

IMPORT ByteSeq, Crc32, Rd, Text, Thread, Word;

CONST
  Magic = "LZ3\001";
  HashBits = 13;
  (* So many places with the same hash are looked at. *)
  Patience = 32;
  None = -1;

TYPE
  (* Places that the next four bytes have been at: for each hash the latest, and before each place the one before. *)
  Index = OBJECT
      latest: ARRAY [0 .. 8191] OF INTEGER;
      before: ARRAY [0 .. Window - 1] OF INTEGER;
    METHODS
      init(): Index := InitIndex;
      note(READONLY data: ARRAY OF CHAR; at: CARDINAL) := Note;
      find(READONLY data: ARRAY OF CHAR; at: CARDINAL; VAR where: CARDINAL): CARDINAL := Find;
    END;

(* Compressing *)

PROCEDURE InitIndex(index: Index): Index =
  BEGIN
    FOR i := 0 TO LAST(index.latest) DO index.latest[i] := None END;
    RETURN index;
  END InitIndex;

PROCEDURE Hash(READONLY data: ARRAY OF CHAR; at: CARDINAL): [0 .. 8191] =
  VAR h := 0;
  BEGIN
    FOR i := at TO at + MinMatch - 1 DO h := Word.Plus(Word.Times(h, 16_9E3779B1), ORD(data[i])) END;
    RETURN Word.Extract(h, 12, HashBits);
  END Hash;

PROCEDURE Note(index: Index; READONLY data: ARRAY OF CHAR; at: CARDINAL) =
  BEGIN
    IF at + MinMatch > NUMBER(data) THEN RETURN END;
    WITH latest = index.latest[Hash(data, at)] DO
      index.before[at MOD Window] := latest;
      latest := at;
    END;
  END Note;

(* Length and place of the longest match of what begins "at"; 0 if there is none that is long enough. *)
PROCEDURE Find(index: Index; READONLY data: ARRAY OF CHAR; at: CARDINAL; VAR where: CARDINAL): CARDINAL =
  VAR
    best, length: CARDINAL := 0;
    tries := Patience;
    place: INTEGER;
  BEGIN
    IF at + MinMatch > NUMBER(data) THEN RETURN 0 END;
    place := index.latest[Hash(data, at)];
    WHILE place # None AND at - place <= Window AND tries > 0 DO
      length := 0;
      WHILE at + length < NUMBER(data) AND data[place + length] = data[at + length] DO INC(length) END;
      IF length > best THEN
        best := length;
        where := place;
      END;
      (* An entry that was overwritten since leads forward; then the chain ends. *)
      WITH next = index.before[place MOD Window] DO
        IF next >= place THEN EXIT END;
        place := next;
      END;
      DEC(tries);
    END;
    IF best < MinMatch THEN RETURN 0 ELSE RETURN best END;
  END Find;

PROCEDURE PutVarint(file: ByteSeq.T; n: CARDINAL) =
  BEGIN
    WHILE n >= 16_80 DO
      file.addhi(16_80 + n MOD 16_80);
      n := n DIV 16_80;
    END;
    file.addhi(n);
  END PutVarint;

PROCEDURE PutLiterals(file: ByteSeq.T; READONLY literals: ARRAY OF CHAR; VAR statistics: Statistics) =
  BEGIN
    IF NUMBER(literals) = 0 THEN RETURN END;
    PutVarint(file, 2 * NUMBER(literals));
    FOR i := 0 TO LAST(literals) DO file.addhi(ORD(literals[i])) END;
    INC(statistics.literals, NUMBER(literals));
  END PutLiterals;

PROCEDURE Compress(READONLY data: ARRAY OF CHAR; VAR statistics: Statistics): ByteSeq.T =
  VAR
    file := NEW(ByteSeq.T).init(NUMBER(data) DIV 2 + 16);
    index := NEW(Index).init();
    at, start, where, length: CARDINAL := 0;
    crc: INTEGER := Crc32.Of(data);
  BEGIN
    statistics := Statistics {};
    FOR i := 0 TO Text.Length(Magic) - 1 DO file.addhi(ORD(Text.GetChar(Magic, i))) END;
    PutVarint(file, NUMBER(data));
    WHILE at < NUMBER(data) DO
      length := index.find(data, at, where);
      IF length = 0 THEN
        index.note(data, at);
        INC(at);
      ELSE
        PutLiterals(file, SUBARRAY(data, start, at - start), statistics);
        PutVarint(file, 2 * (length - MinMatch) + 1);
        PutVarint(file, at - where - 1);
        INC(statistics.matches);
        INC(statistics.matched, length);
        FOR i := at TO at + length - 1 DO index.note(data, i) END;
        INC(at, length);
        start := at;
      END;
    END;
    PutLiterals(file, SUBARRAY(data, start, at - start), statistics);
    FOR i := 1 TO 4 DO
      file.addhi(crc MOD 256);
      crc := crc DIV 256;
    END;
    RETURN file;
  END Compress;

(* Expanding *)

TYPE
  Source = RECORD
      file: ByteSeq.T;
      at: CARDINAL := 0;
    END;

PROCEDURE GetByte(VAR s: Source): [0 .. 255] RAISES {Damaged} =
  BEGIN
    IF s.at >= s.file.size() THEN RAISE Damaged("the file ends too early") END;
    INC(s.at);
    RETURN s.file.get(s.at - 1);
  END GetByte;

PROCEDURE GetVarint(VAR s: Source): CARDINAL RAISES {Damaged} =
  VAR
    n, scale := 0;
    b: INTEGER;
  BEGIN
    REPEAT
      IF scale > 28 THEN RAISE Damaged("a number is too large") END;
      b := GetByte(s);
      INC(n, Word.LeftShift(b MOD 16_80, scale));
      INC(scale, 7);
    UNTIL b < 16_80;
    RETURN n;
  END GetVarint;

PROCEDURE Expand(file: ByteSeq.T): REF ARRAY OF CHAR RAISES {Damaged} =
  VAR
    s := Source {file};
    data: REF ARRAY OF CHAR;
    at, length, distance: CARDINAL := 0;
    crc := 0;
  BEGIN
    FOR i := 0 TO Text.Length(Magic) - 1 DO
      IF VAL(GetByte(s), CHAR) # Text.GetChar(Magic, i) THEN RAISE Damaged("this is no compressed file") END;
    END;
    data := NEW(REF ARRAY OF CHAR, CheckedSize(GetVarint(s), file));
    WHILE at < NUMBER(data^) DO
      length := GetVarint(s);
      IF length MOD 2 = 0 THEN
        length := length DIV 2;
        IF length = 0 OR length > NUMBER(data^) - at THEN RAISE Damaged("a token is too long") END;
        FOR i := at TO at + length - 1 DO data[i] := VAL(GetByte(s), CHAR) END;
      ELSE
        length := length DIV 2 + MinMatch;
        distance := GetVarint(s) + 1;
        IF length > NUMBER(data^) - at THEN RAISE Damaged("a token is too long") END;
        IF distance > at THEN RAISE Damaged("a token refers to what is not there") END;
        (* One by one: the two may overlap. *)
        FOR i := at TO at + length - 1 DO data[i] := data[i - distance] END;
      END;
      INC(at, length);
    END;
    FOR i := 0 TO 3 DO INC(crc, Word.LeftShift(GetByte(s), 8 * i)) END;
    IF crc # Crc32.Of(data^) THEN RAISE Damaged("the check sum is wrong") END;
    IF s.at # file.size() THEN RAISE Damaged("something comes after the end") END;
    RETURN data;
  END Expand;

(* A damaged file must not make us ask for all the memory there is: a token takes at least two bytes. *)
PROCEDURE CheckedSize(size: CARDINAL; file: ByteSeq.T): CARDINAL RAISES {Damaged} =
  BEGIN
    IF size > 16_1000000 OR size > 16_10000 * file.size() THEN RAISE Damaged("the size is absurd") END;
    RETURN size;
  END CheckedSize;

PROCEDURE ReadAll(rd: Rd.T): REF ARRAY OF CHAR RAISES {Rd.Failure, Thread.Alerted} =
  VAR
    buffer := NEW(REF ARRAY OF CHAR, 4096);
    length, got: CARDINAL := 0;
    all: REF ARRAY OF CHAR;
  BEGIN
    LOOP
      got := Rd.GetSub(rd, SUBARRAY(buffer^, length, NUMBER(buffer^) - length));
      IF got = 0 THEN EXIT END;
      INC(length, got);
      IF length = NUMBER(buffer^) THEN
        WITH larger = NEW(REF ARRAY OF CHAR, 2 * length) DO
          SUBARRAY(larger^, 0, length) := buffer^;
          buffer := larger;
        END;
      END;
    END;
    all := NEW(REF ARRAY OF CHAR, length);
    all^ := SUBARRAY(buffer^, 0, length);
    RETURN all;
  END ReadAll;

BEGIN
END Lz.
