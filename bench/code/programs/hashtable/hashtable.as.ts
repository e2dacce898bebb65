const WORDS: i32 = 5000;
const BUCKETS: i32 = 4096;

class Entry {
  count: i64 = 0;
  constructor(
    public key: string,
    public next: Entry | null,
  ) {}
}

let seed: i64 = 0;

function draw(below: i32): i32 {
  seed = (seed * 16807) % 2147483647;
  return i32(seed % below);
}

function makeWords(): StaticArray<string> {
  seed = 42;
  const buffer = new StaticArray<i32>(16);
  const words = new StaticArray<string>(WORDS);
  for (let i = 0; i < WORDS; i++) {
    const length = 3 + draw(8);
    for (let j = 0; j < length; j++) buffer[j] = 97 + draw(26);
    words[i] = String.fromCharCodes(buffer.slice<Array<i32>>(0, length));
  }
  return words;
}

function hash(t: string): i32 {
  let hash = 0;
  for (let i = 0; i < t.length; i++) hash = (hash * 31 + t.charCodeAt(i)) & 0xfffffff;
  return hash;
}

// The entry of the key; a new one if there was none.
function find(table: StaticArray<Entry | null>, key: string): Entry {
  const bucket = hash(key) % BUCKETS;
  let entry = table[bucket];
  while (entry !== null && entry.key !== key) entry = entry.next;
  if (entry === null) {
    entry = new Entry(key, table[bucket]);
    table[bucket] = entry;
  }
  return entry;
}

export function run(n: i64): i64 {
  const table = new StaticArray<Entry | null>(BUCKETS);
  const keys = makeWords();
  const queries = makeWords();
  for (let i = 0; i < WORDS; i++) find(table, keys[i]);
  for (let i: i64 = 0; i < n; i++) {
    // Before `++` the compiler takes what stands there twice.
    const entry = find(table, queries[draw(WORDS)]);
    entry.count++;
  }
  let sum: i64 = 0;
  for (let i = 0; i < WORDS; i++) sum = (sum * 31 + find(table, keys[i]).count) % 1000000007;
  return sum;
}
