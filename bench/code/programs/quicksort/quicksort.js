const items = Array.from({ length: 100000 }, () => ({ key: 0, a: 0, b: 0 }));

function sort(x, low, high) {
  if (low >= high) return;
  const pivot = x[(low + high) >> 1].key;
  let i = low;
  let j = high;
  while (i <= j) {
    while (x[i].key < pivot) i++;
    while (x[j].key > pivot) j--;
    if (i <= j) {
      const t = x[i];
      x[i] = x[j];
      x[j] = t;
      i++;
      j--;
    }
  }
  sort(x, low, j);
  sort(x, i, high);
}

export function run(n) {
  let seed = 12345;
  let sum = 0;
  for (let i = 0; i < n; i++) {
    seed = (seed * 16807) % 2147483647;
    items[i].key = seed;
    items[i].a = i;
    items[i].b = -i;
  }
  sort(items, 0, n - 1);
  for (let i = 0; i < n; i += 100) sum = (sum * 31 + items[i].key) % 1000000007;
  return sum;
}
