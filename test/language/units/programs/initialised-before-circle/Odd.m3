MODULE Odd;
IMPORT Even, Log;
PROCEDURE Is(n: CARDINAL): BOOLEAN =
  BEGIN
    RETURN n # 0 AND Even.Is(n - 1)
  END Is;
BEGIN
  Log.Add("odd")
END Odd.
