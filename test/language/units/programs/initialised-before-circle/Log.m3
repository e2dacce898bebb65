MODULE Log;
IMPORT Fmt;
PROCEDURE Add(t: TEXT) =
  BEGIN
    text := text & t & ","
  END Add;
PROCEDURE Truth(b: BOOLEAN): TEXT =
  BEGIN
    RETURN Fmt.Bool(b)
  END Truth;
BEGIN
  Add("log")
END Log.
