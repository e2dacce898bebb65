MODULE Even;
IMPORT Log, Odd, Base;
PROCEDURE Is(n: CARDINAL): BOOLEAN =
  BEGIN
    RETURN n = Base.zero OR Odd.Is(n - 1)
  END Is;
BEGIN
  Log.Add("even")
END Even.
