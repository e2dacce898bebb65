MODULE Mail;

IMPORT Fmt, IO;

PROCEDURE Arrived(number: INTEGER) =
  BEGIN
    IO.Put("mail " & Fmt.Int(number) & "\n");
  END Arrived;

BEGIN
END Mail.
