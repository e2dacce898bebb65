MODULE Upper;
IMPORT Fmt, Log, Middle;
VAR t: Middle.T := 5;
PROCEDURE Use() = BEGIN Log.Say(Fmt.Int(t)) END Use;
BEGIN
  Log.Say("Upper");
END Upper.
