MODULE mandelbrot;

FROM Measure IMPORT measure;

CONST Most = 50;

PROCEDURE Iterations(cr, ci: REAL): INTEGER;
VAR
  zr, zi, t: REAL;
  k: INTEGER;
BEGIN
  zr := 0.0;
  zi := 0.0;
  k := 0;
  WHILE (k < Most) AND (zr * zr + zi * zi <= 4.0) DO
    t := zr * zr - zi * zi + cr;
    zi := 2.0 * zr * zi + ci;
    zr := t;
    INC(k)
  END;
  RETURN k
END Iterations;

PROCEDURE Run(n: LONGINT): LONGINT;
VAR
  x, y, count: LONGINT;
  side: REAL;
BEGIN
  count := 0;
  side := FLOAT(n);
  FOR y := 0 TO n - 1 DO
    FOR x := 0 TO n - 1 DO
      INC(count, Iterations(2.0 * FLOAT(x) / side - 1.5, 2.0 * FLOAT(y) / side - 1.0))
    END
  END;
  RETURN count
END Run;

BEGIN
  measure(Run)
END mandelbrot.
