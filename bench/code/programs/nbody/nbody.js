const BODIES = 5;

const arrange = () =>
  Array.from({ length: BODIES }, (_, k) => ({
    x: k * 1.3,
    y: k * k * 0.7,
    z: (5.0 - k) * 0.2,
    vx: 0.01 * k,
    vy: 0.02,
    vz: -0.01 * k,
    mass: 1.0 + k,
  }));

function attract(a, b, dt) {
  const dx = a.x - b.x;
  const dy = a.y - b.y;
  const dz = a.z - b.z;
  const square = dx * dx + dy * dy + dz * dz;
  const magnitude = dt / (square * Math.sqrt(square));
  a.vx -= dx * b.mass * magnitude;
  a.vy -= dy * b.mass * magnitude;
  a.vz -= dz * b.mass * magnitude;
  b.vx += dx * a.mass * magnitude;
  b.vy += dy * a.mass * magnitude;
  b.vz += dz * a.mass * magnitude;
}

function advance(bodies, dt) {
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

export function run(n) {
  const bodies = arrange();
  for (let step = 0; step < n; step++) advance(bodies, 0.001);
  let sum = 0;
  for (let i = 0; i < BODIES; i++) sum = sum + bodies[i].x + bodies[i].vy;
  return Math.round(sum * 1e6);
}
