GENERIC MODULE Pair(Elem);
PROCEDURE Swap(t: T): T = BEGIN RETURN T {t.b, t.a} END Swap;
BEGIN END Pair.
