MODULE Sums;
IMPORT Sums;
PROCEDURE Add(a: INTEGER; b := 2): INTEGER = BEGIN RETURN a + b END Add;
PROCEDURE Inside(): INTEGER = BEGIN RETURN 100 * Add(a := 10) + Sums.Add(first := 10) END Inside;
BEGIN
END Sums.
