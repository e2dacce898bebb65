const BODIES: i32 = 5;

class Body {
  x: f64;
  y: f64;
  z: f64;
  vx: f64;
  vy: f64;
  vz: f64;
  mass: f64;
}

function arrange(): StaticArray<Body> {
  const bodies = new StaticArray<Body>(BODIES);
  for (let i = 0; i < BODIES; i++) {
    const k = f64(i);
    bodies[i] = {
      x: k * 1.3,
      y: k * k * 0.7,
      z: (5.0 - k) * 0.2,
      vx: 0.01 * k,
      vy: 0.02,
      vz: -0.01 * k,
      mass: 1.0 + k,
    };
  }
  return bodies;
}

function attract(a: Body, b: Body, dt: f64): void {
  const dx = a.x - b.x;
  const dy = a.y - b.y;
  const dz = a.z - b.z;
  const square = dx * dx + dy * dy + dz * dz;
  const magnitude = dt / (square * sqrt(square));
  a.vx -= dx * b.mass * magnitude;
  a.vy -= dy * b.mass * magnitude;
  a.vz -= dz * b.mass * magnitude;
  b.vx += dx * a.mass * magnitude;
  b.vy += dy * a.mass * magnitude;
  b.vz += dz * a.mass * magnitude;
}

function advance(bodies: StaticArray<Body>, dt: f64): void {
  for (let i = 0; i < BODIES; i++) {
    for (let j = i + 1; j < BODIES; j++) attract(bodies[i], bodies[j], dt);
  }
  for (let i = 0; i < BODIES; i++) {
    const b = bodies[i];
    b.x += dt * b.vx;
    b.y += dt * b.vy;
    b.z += dt * b.vz;
  }
}

export function run(n: i64): i64 {
  const bodies = arrange();
  for (let step: i64 = 0; step < n; step++) advance(bodies, 0.001);
  let sum: f64 = 0;
  for (let i = 0; i < BODIES; i++) sum = sum + bodies[i].x + bodies[i].vy;
  return i64(nearest(sum * 1e6));
}
