const MOST: i32 = 50;

function iterations(cr: f64, ci: f64): i32 {
  let zr: f64 = 0;
  let zi: f64 = 0;
  let k = 0;
  while (k < MOST && zr * zr + zi * zi <= 4.0) {
    const t = zr * zr - zi * zi + cr;
    zi = 2.0 * zr * zi + ci;
    zr = t;
    k++;
  }
  return k;
}

export function run(n: i64): i64 {
  let count: i64 = 0;
  const side = f64(n);
  for (let y: i64 = 0; y < n; y++) {
    for (let x: i64 = 0; x < n; x++) {
      count += iterations((2.0 * f64(x)) / side - 1.5, (2.0 * f64(y)) / side - 1.0);
    }
  }
  return count;
}
