MODULE Packets;

IMPORT Swap, Word;

CONST
  Frames = 256;
  Largest = 512;
  IPv4 = 16_0800;
  UDP = 17;

(* Numbers of more than a byte are in network byte order, so they are swapped on this machine. *)
TYPE
  Byte = BITS 8 FOR [0 .. 255];
  Ethernet = RECORD
    destination, source: ARRAY [0 .. 5] OF Byte;
    kind: Swap.UInt16;
  END;
  Internet = RECORD
    version, service: Byte;
    length, id, fragment: Swap.UInt16;
    hops, protocol: Byte;
    sum: Swap.UInt16;
    source, destination: Swap.UInt32;
  END;
  Datagram = RECORD
    sourcePort, destinationPort, length, sum: Swap.UInt16;
  END;

CONST
  InternetAt = BYTESIZE(Ethernet);
  DatagramAt = InternetAt + BYTESIZE(Internet);
  PayloadAt = DatagramAt + BYTESIZE(Datagram);

VAR
  buffer: ARRAY [0 .. Frames * Largest - 1] OF Byte;
  starts: ARRAY [0 .. Frames] OF INTEGER;

(* The sum of a header in ones' complement. In the other byte order it is the same with its bytes swapped, so nothing needs to be swapped to check it. *)
PROCEDURE HeaderSum(READONLY header: ARRAY OF Swap.UInt16): INTEGER =
  VAR sum := 0;
  BEGIN
    FOR i := 0 TO LAST(header) DO INC(sum, header[i]) END;
    WHILE sum > 16_FFFF DO sum := Word.And(sum, 16_FFFF) + Word.RightShift(sum, 16) END;
    RETURN sum;
  END HeaderSum;

(* Every fifth frame is no IPv4, and the sum of every eighth is wrong. *)
PROCEDURE MakeFrame(VAR frame: ARRAY OF Byte; number, payload: INTEGER) =
  BEGIN
    FOR i := 0 TO LAST(frame) DO frame[i] := (number + i) MOD 256 END;
    WITH ethernet = VIEW(SUBARRAY(frame, 0, InternetAt), Ethernet),
         header = SUBARRAY(frame, InternetAt, BYTESIZE(Internet)),
         internet = VIEW(header, Internet),
         datagram = VIEW(SUBARRAY(frame, DatagramAt, BYTESIZE(Datagram)), Datagram) DO
      ethernet.kind := Swap.Swap2U(IPv4 + ORD(number MOD 5 = 4) * 6);
      internet.version := 16_45;
      internet.length := Swap.Swap2U(BYTESIZE(Internet) + BYTESIZE(Datagram) + payload);
      internet.protocol := UDP;
      internet.sum := 0;
      internet.sum := 16_FFFF - HeaderSum(VIEW(header, ARRAY OF Swap.UInt16));
      IF number MOD 8 = 7 THEN internet.hops := Word.Xor(internet.hops, 1) END;
      datagram.destinationPort := Swap.Swap2U(1000 + number);
      datagram.length := Swap.Swap2U(BYTESIZE(Datagram) + payload);
    END;
  END MakeFrame;

PROCEDURE MakeFrames() =
  VAR payload: INTEGER;
  BEGIN
    starts[0] := 0;
    FOR i := 0 TO Frames - 1 DO
      payload := 18 + i * 37 MOD 400;
      starts[i + 1] := starts[i] + PayloadAt + payload;
      MakeFrame(SUBARRAY(buffer, starts[i], PayloadAt + payload), i, payload);
    END;
  END MakeFrames;

(* What counts of a frame; 0 if it is none of ours. *)
PROCEDURE Parse(READONLY frame: ARRAY OF Byte): INTEGER =
  BEGIN
    IF NUMBER(frame) < PayloadAt THEN RETURN 0 END;
    WITH ethernet = VIEW(SUBARRAY(frame, 0, InternetAt), Ethernet),
         header = SUBARRAY(frame, InternetAt, BYTESIZE(Internet)),
         internet = VIEW(header, Internet),
         datagram = VIEW(SUBARRAY(frame, DatagramAt, BYTESIZE(Datagram)), Datagram) DO
      IF Swap.Swap2U(ethernet.kind) # IPv4 OR internet.version # 16_45 OR internet.protocol # UDP THEN RETURN 0 END;
      IF HeaderSum(VIEW(header, ARRAY OF Swap.UInt16)) # 16_FFFF THEN RETURN 0 END;
      IF Swap.Swap2U(internet.length) # NUMBER(frame) - InternetAt THEN RETURN 0 END;
      RETURN Swap.Swap2U(datagram.destinationPort) + Swap.Swap2U(datagram.length) + frame[PayloadAt];
    END;
  END Parse;

PROCEDURE Run(n: INTEGER): INTEGER =
  VAR sum := 0;
  BEGIN
    MakeFrames();
    FOR round := 1 TO n DO
      FOR i := 0 TO Frames - 1 DO
        sum := (sum * 31 + Parse(SUBARRAY(buffer, starts[i], starts[i + 1] - starts[i]))) MOD 1000000007;
      END;
    END;
    RETURN sum;
  END Run;

BEGIN
END Packets.
