MODULE packets;

FROM Measure IMPORT measure;

CONST
  Frames = 256;
  Largest = 512;
  IPv4 = 0800H;
  UDP = 17;

  (* Where fields stand. *)
  EthernetKind = 12;
  EthernetSize = 14;
  InternetVersion = 0;
  InternetLength = 2;
  InternetHops = 8;
  InternetProtocol = 9;
  InternetSum = 10;
  InternetSize = 20;
  DatagramDestinationPort = 2;
  DatagramLength = 4;
  DatagramSize = 8;

  InternetAt = EthernetSize;
  DatagramAt = InternetAt + InternetSize;
  PayloadAt = DatagramAt + DatagramSize;

VAR
  buffer: ARRAY [0 .. Frames * Largest - 1] OF CHAR;
  starts: ARRAY [0 .. Frames] OF INTEGER;

PROCEDURE Byte(at: INTEGER): INTEGER;
BEGIN
  RETURN VAL(INTEGER, ORD(buffer[at]))
END Byte;

(* A number in network byte order. *)
PROCEDURE Number(at: INTEGER): INTEGER;
BEGIN
  RETURN Byte(at) * 256 + Byte(at + 1)
END Number;

PROCEDURE SetByte(at, byte: INTEGER);
BEGIN
  buffer[at] := CHR(byte)
END SetByte;

PROCEDURE SetNumber(at, number: INTEGER);
BEGIN
  buffer[at] := CHR(number DIV 256);
  buffer[at + 1] := CHR(number MOD 256)
END SetNumber;

(* The sum of a header in ones' complement. *)
PROCEDURE HeaderSum(at: INTEGER): INTEGER;
VAR sum, i: INTEGER;
BEGIN
  sum := 0;
  FOR i := at TO at + InternetSize - 2 BY 2 DO sum := sum + Number(i) END;
  WHILE sum > 0FFFFH DO sum := sum MOD 10000H + sum DIV 10000H END;
  RETURN sum
END HeaderSum;

(* Every fifth frame is no IPv4, and the sum of every eighth is wrong. *)
PROCEDURE MakeFrame(at, number, payload: INTEGER);
VAR i, internet, datagram, hops: INTEGER;
BEGIN
  internet := at + InternetAt;
  datagram := at + DatagramAt;
  FOR i := 0 TO PayloadAt + payload - 1 DO SetByte(at + i, (number + i) MOD 256) END;
  IF number MOD 5 = 4 THEN SetNumber(at + EthernetKind, IPv4 + 6) ELSE SetNumber(at + EthernetKind, IPv4) END;
  SetByte(internet + InternetVersion, 45H);
  SetNumber(internet + InternetLength, InternetSize + DatagramSize + payload);
  SetByte(internet + InternetProtocol, UDP);
  SetNumber(internet + InternetSum, 0);
  SetNumber(internet + InternetSum, 0FFFFH - HeaderSum(internet));
  IF number MOD 8 = 7 THEN
    hops := Byte(internet + InternetHops);
    IF ODD(hops) THEN DEC(hops) ELSE INC(hops) END;
    SetByte(internet + InternetHops, hops)
  END;
  SetNumber(datagram + DatagramDestinationPort, 1000 + number);
  SetNumber(datagram + DatagramLength, DatagramSize + payload)
END MakeFrame;

PROCEDURE MakeFrames;
VAR i, payload: INTEGER;
BEGIN
  starts[0] := 0;
  FOR i := 0 TO Frames - 1 DO
    payload := 18 + i * 37 MOD 400;
    starts[i + 1] := starts[i] + PayloadAt + payload;
    MakeFrame(starts[i], i, payload)
  END
END MakeFrames;

(* What counts of a frame; 0 if it is none of ours. *)
PROCEDURE Parse(at, size: INTEGER): INTEGER;
VAR internet, datagram: INTEGER;
BEGIN
  IF size < PayloadAt THEN RETURN 0 END;
  internet := at + InternetAt;
  datagram := at + DatagramAt;
  IF (Number(at + EthernetKind) # IPv4) OR (Byte(internet + InternetVersion) # 45H)
     OR (Byte(internet + InternetProtocol) # UDP) THEN RETURN 0 END;
  IF HeaderSum(internet) # 0FFFFH THEN RETURN 0 END;
  IF Number(internet + InternetLength) # size - InternetAt THEN RETURN 0 END;
  RETURN Number(datagram + DatagramDestinationPort) + Number(datagram + DatagramLength) + Byte(at + PayloadAt)
END Parse;

PROCEDURE Run(n: LONGINT): LONGINT;
VAR
  round, sum: LONGINT;
  i: INTEGER;
BEGIN
  MakeFrames;
  sum := 0;
  FOR round := 1 TO n DO
    FOR i := 0 TO Frames - 1 DO
      sum := (sum * 31 + VAL(LONGINT, Parse(starts[i], starts[i + 1] - starts[i]))) MOD 1000000007
    END
  END;
  RETURN sum
END Run;

BEGIN
  measure(Run)
END packets.
