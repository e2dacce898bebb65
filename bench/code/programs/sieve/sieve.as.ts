const LIMIT: i32 = 2000000;

const composite = new StaticArray<bool>(LIMIT + 1);

function primes(): i32 {
  let count = 0;
  for (let i = 0; i <= LIMIT; i++) composite[i] = false;
  for (let i = 2; i <= LIMIT; i++) {
    if (!composite[i]) {
      count++;
      for (let j = i + i; j <= LIMIT; j += i) composite[j] = true;
    }
  }
  return count;
}

export function run(n: i64): i64 {
  let sum: i64 = 0;
  for (let i: i64 = 0; i < n; i++) sum += primes();
  return sum;
}
