const LIMIT = 2000000;

const composite = new Uint8Array(LIMIT + 1);

function primes() {
  let count = 0;
  for (let i = 0; i <= LIMIT; i++) composite[i] = 0;
  for (let i = 2; i <= LIMIT; i++) {
    if (!composite[i]) {
      count++;
      for (let j = i + i; j <= LIMIT; j += i) composite[j] = 1;
    }
  }
  return count;
}

export function run(n) {
  let sum = 0;
  for (let i = 0; i < n; i++) sum += primes();
  return sum;
}
