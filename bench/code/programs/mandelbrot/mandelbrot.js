const MOST = 50;

function iterations(cr, ci) {
  let zr = 0;
  let zi = 0;
  let k = 0;
  while (k < MOST && zr * zr + zi * zi <= 4.0) {
    const t = zr * zr - zi * zi + cr;
    zi = 2.0 * zr * zi + ci;
    zr = t;
    k++;
  }
  return k;
}

export function run(n) {
  let count = 0;
  for (let y = 0; y < n; y++) {
    for (let x = 0; x < n; x++) count += iterations((2.0 * x) / n - 1.5, (2.0 * y) / n - 1.0);
  }
  return count;
}
