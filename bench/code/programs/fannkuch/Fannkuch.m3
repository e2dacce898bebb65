MODULE Fannkuch;

TYPE Permutation = ARRAY [0 .. 15] OF INTEGER;

PROCEDURE Flips(p: Permutation): INTEGER =
  VAR
    flips := 0;
    i, j, t: INTEGER;
  BEGIN
    WHILE p[0] # 0 DO
      i := 0;
      j := p[0];
      WHILE i < j DO
        t := p[i];
        p[i] := p[j];
        p[j] := t;
        INC(i);
        DEC(j);
      END;
      INC(flips);
    END;
    RETURN flips;
  END Flips;

PROCEDURE Run(n: INTEGER): INTEGER =
  VAR
    p: Permutation;
    count: ARRAY [0 .. 15] OF INTEGER;  (* rotations left of the first i + 1 numbers *)
    r := n;
    most, sum, first, flips := 0;
    even := TRUE;
  BEGIN
    FOR i := 0 TO n - 1 DO p[i] := i END;
    LOOP
      WHILE r # 1 DO
        count[r - 1] := r;
        DEC(r);
      END;
      flips := Flips(p);
      most := MAX(most, flips);
      IF even THEN INC(sum, flips) ELSE DEC(sum, flips) END;
      even := NOT even;
      LOOP
        IF r = n THEN RETURN sum * 100 + most END;
        first := p[0];
        FOR i := 0 TO r - 1 DO p[i] := p[i + 1] END;
        p[r] := first;
        DEC(count[r]);
        IF count[r] > 0 THEN EXIT END;
        INC(r);
      END;
    END;
  END Run;

BEGIN
END Fannkuch.
