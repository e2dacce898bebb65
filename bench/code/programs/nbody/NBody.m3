MODULE NBody;

IMPORT Math;

TYPE Body = RECORD x, y, z, vx, vy, vz, mass: LONGREAL END;

VAR bodies: ARRAY [0 .. 4] OF Body;

PROCEDURE Arrange() =
  BEGIN
    FOR i := 0 TO LAST(bodies) DO
      WITH k = FLOAT(i, LONGREAL) DO
        bodies[i] := Body{x := k * 1.3D0, y := k * k * 0.7D0, z := (5.0D0 - k) * 0.2D0,
                          vx := 0.01D0 * k, vy := 0.02D0, vz := -0.01D0 * k,
                          mass := 1.0D0 + k};
      END;
    END;
  END Arrange;

PROCEDURE Attract(VAR a, b: Body; dt: LONGREAL) =
  VAR
    dx := a.x - b.x;
    dy := a.y - b.y;
    dz := a.z - b.z;
    square := dx * dx + dy * dy + dz * dz;
    magnitude := dt / (square * Math.sqrt(square));
  BEGIN
    a.vx := a.vx - dx * b.mass * magnitude;
    a.vy := a.vy - dy * b.mass * magnitude;
    a.vz := a.vz - dz * b.mass * magnitude;
    b.vx := b.vx + dx * a.mass * magnitude;
    b.vy := b.vy + dy * a.mass * magnitude;
    b.vz := b.vz + dz * a.mass * magnitude;
  END Attract;

PROCEDURE Advance(dt: LONGREAL) =
  BEGIN
    FOR i := 0 TO LAST(bodies) DO
      FOR j := i + 1 TO LAST(bodies) DO Attract(bodies[i], bodies[j], dt) END;
    END;
    FOR i := 0 TO LAST(bodies) DO
      WITH b = bodies[i] DO
        b.x := b.x + dt * b.vx;
        b.y := b.y + dt * b.vy;
        b.z := b.z + dt * b.vz;
      END;
    END;
  END Advance;

PROCEDURE Run(n: INTEGER): INTEGER =
  VAR sum := 0.0D0;
  BEGIN
    Arrange();
    FOR step := 1 TO n DO Advance(0.001D0) END;
    FOR i := 0 TO LAST(bodies) DO sum := sum + bodies[i].x + bodies[i].vy END;
    RETURN ROUND(sum * 1.0D6);
  END Run;

BEGIN
END NBody.
