MODULE Mandelbrot;

CONST Most = 50;

PROCEDURE Iterations(cr, ci: LONGREAL): INTEGER =
  VAR
    zr, zi := 0.0D0;
    t: LONGREAL;
    k := 0;
  BEGIN
    WHILE k < Most AND zr * zr + zi * zi <= 4.0D0 DO
      t := zr * zr - zi * zi + cr;
      zi := 2.0D0 * zr * zi + ci;
      zr := t;
      INC(k);
    END;
    RETURN k;
  END Iterations;

PROCEDURE Run(n: INTEGER): INTEGER =
  VAR
    count := 0;
    side := FLOAT(n, LONGREAL);
  BEGIN
    FOR y := 0 TO n - 1 DO
      FOR x := 0 TO n - 1 DO
        INC(count, Iterations(2.0D0 * FLOAT(x, LONGREAL) / side - 1.5D0, 2.0D0 * FLOAT(y, LONGREAL) / side - 1.0D0));
      END;
    END;
    RETURN count;
  END Run;

BEGIN
END Mandelbrot.
