MODULE nbody;

FROM Measure IMPORT measure;
FROM libm IMPORT sqrt;

CONST Last = 4;

TYPE
  Body = RECORD
    x, y, z, vx, vy, vz, mass: REAL
  END;

VAR bodies: ARRAY [0 .. Last] OF Body;

PROCEDURE Arrange;
VAR
  i: INTEGER;
  k: REAL;
BEGIN
  FOR i := 0 TO Last DO
    k := FLOAT(i);
    WITH bodies[i] DO
      x := k * 1.3;
      y := k * k * 0.7;
      z := (5.0 - k) * 0.2;
      vx := 0.01 * k;
      vy := 0.02;
      vz := -0.01 * k;
      mass := 1.0 + k
    END
  END
END Arrange;

PROCEDURE Attract(VAR a, b: Body; dt: REAL);
VAR dx, dy, dz, square, magnitude: REAL;
BEGIN
  dx := a.x - b.x;
  dy := a.y - b.y;
  dz := a.z - b.z;
  square := dx * dx + dy * dy + dz * dz;
  magnitude := dt / (square * sqrt(square));
  a.vx := a.vx - dx * b.mass * magnitude;
  a.vy := a.vy - dy * b.mass * magnitude;
  a.vz := a.vz - dz * b.mass * magnitude;
  b.vx := b.vx + dx * a.mass * magnitude;
  b.vy := b.vy + dy * a.mass * magnitude;
  b.vz := b.vz + dz * a.mass * magnitude
END Attract;

PROCEDURE Advance(dt: REAL);
VAR i, j: INTEGER;
BEGIN
  FOR i := 0 TO Last DO
    FOR j := i + 1 TO Last DO Attract(bodies[i], bodies[j], dt) END
  END;
  FOR i := 0 TO Last DO
    WITH bodies[i] DO
      x := x + dt * vx;
      y := y + dt * vy;
      z := z + dt * vz
    END
  END
END Advance;

PROCEDURE Run(n: LONGINT): LONGINT;
VAR
  step: LONGINT;
  i: INTEGER;
  sum: REAL;
BEGIN
  Arrange;
  FOR step := 1 TO n DO Advance(0.001) END;
  sum := 0.0;
  FOR i := 0 TO Last DO sum := sum + bodies[i].x + bodies[i].vy END;
  sum := sum * 1.0E6;
  IF sum < 0.0 THEN RETURN VAL(LONGINT, sum - 0.5) ELSE RETURN VAL(LONGINT, sum + 0.5) END
END Run;

BEGIN
  measure(Run)
END nbody.
