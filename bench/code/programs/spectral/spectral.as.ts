function a(i: i32, j: i32): f64 {
  return 1.0 / f64(((i + j) * (i + j + 1)) / 2 + i + 1);
}

function multiply(v: StaticArray<f64>, result: StaticArray<f64>): void {
  for (let i = 0; i < result.length; i++) {
    let sum: f64 = 0;
    for (let j = 0; j < v.length; j++) sum += a(i, j) * v[j];
    result[i] = sum;
  }
}

function multiplyTransposed(v: StaticArray<f64>, result: StaticArray<f64>): void {
  for (let i = 0; i < result.length; i++) {
    let sum: f64 = 0;
    for (let j = 0; j < v.length; j++) sum += a(j, i) * v[j];
    result[i] = sum;
  }
}

export function run(size: i64): i64 {
  const n = i32(size);
  const u = new StaticArray<f64>(n);
  const v = new StaticArray<f64>(n);
  const t = new StaticArray<f64>(n);
  for (let i = 0; i < n; i++) u[i] = 1.0;
  for (let i = 0; i < 10; i++) {
    multiply(u, t);
    multiplyTransposed(t, v);
    multiply(v, t);
    multiplyTransposed(t, u);
  }
  let uv: f64 = 0;
  let vv: f64 = 0;
  for (let i = 0; i < n; i++) {
    uv += u[i] * v[i];
    vv += v[i] * v[i];
  }
  return i64(nearest(sqrt(uv / vv) * 1e9));
}
