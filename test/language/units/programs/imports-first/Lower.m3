MODULE Lower;
IMPORT Log;
BEGIN
  n := 7; Log.Say("Lower");
END Lower.
