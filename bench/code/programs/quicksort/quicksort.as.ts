class Item {
  key: i64;
  a: i64;
  b: i64;
}

const items = new StaticArray<Item>(100000);
for (let i = 0; i < items.length; i++) items[i] = new Item();

function sort(x: StaticArray<Item>, low: i32, high: i32): void {
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

export function run(size: i64): i64 {
  const n = i32(size);
  let seed: i64 = 12345;
  for (let i = 0; i < n; i++) {
    seed = (seed * 16807) % 2147483647;
    const item = items[i];
    item.key = seed;
    item.a = i;
    item.b = -i;
  }
  sort(items, 0, n - 1);
  let sum: i64 = 0;
  for (let i = 0; i < n; i += 100) sum = (sum * 31 + items[i].key) % 1000000007;
  return sum;
}
