MODULE Port;

IMPORT Fmt, IO;

VAR packets := 0;

PROCEDURE PacketArrived(to: Number; length: CARDINAL) =
  BEGIN
    INC(packets);
    IO.Put("packet " & Fmt.Int(packets) & " for port " & Fmt.Int(to) & ", " & Fmt.Int(length) & " bytes\n");
  END PacketArrived;

BEGIN
END Port.
