MODULE fannkuch;

FROM Measure IMPORT measure;

TYPE Permutation = ARRAY [0 .. 15] OF INTEGER;

PROCEDURE Flips(p: Permutation): INTEGER;
VAR flips, i, j, t: INTEGER;
BEGIN
  flips := 0;
  WHILE p[0] # 0 DO
    i := 0;
    j := p[0];
    WHILE i < j DO
      t := p[i];
      p[i] := p[j];
      p[j] := t;
      INC(i);
      DEC(j)
    END;
    INC(flips)
  END;
  RETURN flips
END Flips;

PROCEDURE Run(n: LONGINT): LONGINT;
VAR
  p: Permutation;
  count: ARRAY [0 .. 15] OF INTEGER;  (* rotations left of the first i + 1 numbers *)
  size, r, i, most, sum, first, flips: INTEGER;
  even: BOOLEAN;
BEGIN
  size := VAL(INTEGER, n);
  r := size;
  most := 0;
  sum := 0;
  even := TRUE;
  FOR i := 0 TO 15 DO p[i] := 0 END;
  FOR i := 0 TO size - 1 DO p[i] := i END;
  LOOP
    WHILE r # 1 DO
      count[r - 1] := r;
      DEC(r)
    END;
    flips := Flips(p);
    IF flips > most THEN most := flips END;
    IF even THEN sum := sum + flips ELSE sum := sum - flips END;
    even := NOT even;
    LOOP
      IF r = size THEN RETURN VAL(LONGINT, sum * 100 + most) END;
      first := p[0];
      FOR i := 0 TO r - 1 DO p[i] := p[i + 1] END;
      p[r] := first;
      DEC(count[r]);
      IF count[r] > 0 THEN EXIT END;
      INC(r)
    END
  END
END Run;

BEGIN
  measure(Run)
END fannkuch.
