const N = 160;

// Row after row, as the other languages lay a matrix out.
const a = new Float64Array(N * N);
const b = new Float64Array(N * N);
const c = new Float64Array(N * N);

function multiply(a, b, c) {
  for (let i = 0; i < N; i++) {
    for (let j = 0; j < N; j++) {
      let sum = 0;
      for (let k = 0; k < N; k++) sum += a[i * N + k] * b[k * N + j];
      c[i * N + j] = sum;
    }
  }
}

export function run(n) {
  for (let i = 0; i < N; i++) {
    for (let j = 0; j < N; j++) {
      a[i * N + j] = i + j;
      b[i * N + j] = i - j;
    }
  }
  for (let round = 1; round <= n; round++) {
    a[0] = round;
    multiply(a, b, c);
  }
  let total = 0;
  for (let i = 0; i < N * N; i++) total += c[i];
  return Math.round(total);
}
