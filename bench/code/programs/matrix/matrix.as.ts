const N: i32 = 160;

// Row after row, as the other languages lay a matrix out.
const a = new StaticArray<f64>(N * N);
const b = new StaticArray<f64>(N * N);
const c = new StaticArray<f64>(N * N);

function multiply(a: StaticArray<f64>, b: StaticArray<f64>, c: StaticArray<f64>): void {
  for (let i = 0; i < N; i++) {
    for (let j = 0; j < N; j++) {
      let sum: f64 = 0;
      for (let k = 0; k < N; k++) sum += a[i * N + k] * b[k * N + j];
      c[i * N + j] = sum;
    }
  }
}

export function run(n: i64): i64 {
  for (let i = 0; i < N; i++) {
    for (let j = 0; j < N; j++) {
      a[i * N + j] = f64(i + j);
      b[i * N + j] = f64(i - j);
    }
  }
  for (let round: i64 = 1; round <= n; round++) {
    a[0] = f64(round);
    multiply(a, b, c);
  }
  let total: f64 = 0;
  for (let i = 0; i < N * N; i++) total += c[i];
  return i64(nearest(total));
}
