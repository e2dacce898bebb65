const copy = new StaticArray<i32>(16);

function flipsOf(permutation: StaticArray<i32>): i32 {
  for (let i = 0; i < 16; i++) copy[i] = permutation[i];
  let flips = 0;
  while (copy[0] !== 0) {
    for (let i = 0, j = copy[0]; i < j; i++, j--) {
      const t = copy[i];
      copy[i] = copy[j];
      copy[j] = t;
    }
    flips++;
  }
  return flips;
}

export function run(size: i64): i64 {
  const n = i32(size);
  const p = new StaticArray<i32>(16);
  const count = new StaticArray<i32>(16); // rotations left of the first i + 1 numbers
  let r = n;
  let most = 0;
  let sum = 0;
  let even = true;
  for (let i = 0; i < n; i++) p[i] = i;
  while (true) {
    for (; r !== 1; r--) count[r - 1] = r;
    const flips = flipsOf(p);
    if (flips > most) most = flips;
    sum += even ? flips : -flips;
    even = !even;
    while (true) {
      if (r === n) return sum * 100 + most;
      const first = p[0];
      for (let i = 0; i < r; i++) p[i] = p[i + 1];
      p[r] = first;
      if (--count[r] > 0) break;
      r++;
    }
  }
}
