MODULE Server;

PROCEDURE Plain(x: INTEGER): INTEGER =
  BEGIN
    RETURN x + 1;
  END Plain;

PROCEDURE Extended(x: INTEGER) =
  BEGIN
    INC(seen, x);
  END Extended;

BEGIN
  seen := 0;
END Server.
