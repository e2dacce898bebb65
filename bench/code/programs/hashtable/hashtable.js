const WORDS = 5000;
const BUCKETS = 4096;

let seed = 0;

function draw(below) {
  seed = (seed * 16807) % 2147483647;
  return seed % below;
}

const LETTER_A = 'a'.charCodeAt(0);

function makeWords() {
  seed = 42;
  const words = [];
  for (let i = 0; i < WORDS; i++) {
    const length = 3 + draw(8);
    let word = '';
    for (let j = 0; j < length; j++) word += String.fromCharCode(LETTER_A + draw(26));
    words.push(word);
  }
  return words;
}

function hash(t) {
  let hash = 0;
  for (let i = 0; i < t.length; i++) hash = (hash * 31 + t.charCodeAt(i)) & 0xfffffff;
  return hash;
}

// The entry of the key; a new one if there was none.
function find(table, key) {
  const bucket = hash(key) % BUCKETS;
  let entry = table[bucket];
  while (entry !== null && entry.key !== key) entry = entry.next;
  if (entry === null) {
    entry = { key, count: 0, next: table[bucket] };
    table[bucket] = entry;
  }
  return entry;
}

export function run(n) {
  const table = new Array(BUCKETS).fill(null);
  const keys = makeWords();
  const queries = makeWords();
  for (let i = 0; i < WORDS; i++) find(table, keys[i]);
  for (let i = 0; i < n; i++) find(table, queries[draw(WORDS)]).count++;
  let sum = 0;
  for (let i = 0; i < WORDS; i++) sum = (sum * 31 + find(table, keys[i]).count) % 1000000007;
  return sum;
}
