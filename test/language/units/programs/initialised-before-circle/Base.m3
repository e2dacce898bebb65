MODULE Base;
IMPORT Log;
BEGIN
  zero := 0;
  Log.Add("base")
END Base.
