const HASHES: i32 = 4096;
const FARTHEST: i32 = 65535;
const LONGEST: i32 = 255;
const SHORTEST: i32 = 4; // what a reference takes
const LITERAL: i32 = 0; // then the byte
const REFERENCE: i32 = 1; // then the length and two bytes for the distance

function makeInput(input: StaticArray<u8>): void {
  let seed: i32 = 7;
  let filled = 0;
  while (filled < input.length) {
    seed = i32((i64(seed) * 16807) % 2147483647);
    if (filled < 64 || seed % 4 === 0) {
      input[filled] = u8(97 + ((seed >> 2) % 16));
      filled++;
    } else {
      const length = min(4 + ((seed >> 2) % 20), input.length - filled);
      const distance = 1 + ((seed >> 7) % min(filled, 4000));
      for (let i = filled; i < filled + length; i++) input[i] = input[i - distance];
      filled += length;
    }
  }
}

// How many bytes from `from` on are those from `at` on.
function match(input: StaticArray<u8>, from: i32, at: i32): i32 {
  const most = min(LONGEST, input.length - at);
  let length = 0;
  while (length < most && input[from + length] === input[at + length]) length++;
  return length;
}

// The number of bytes put into `output`.
function pack(input: StaticArray<u8>, output: StaticArray<u8>): i32 {
  const last = new StaticArray<i32>(HASHES).fill(-1); // where three bytes with that hash were seen; -1 if nowhere
  let at = 0;
  let size = 0;
  while (at < input.length) {
    let length = 0;
    let seen = -1;
    if (at + 2 < input.length) {
      const hash = (i32(input[at]) * 961 + i32(input[at + 1]) * 31 + i32(input[at + 2])) % HASHES;
      seen = last[hash];
      last[hash] = at;
      if (seen >= 0 && at - seen <= FARTHEST) length = match(input, seen, at);
    }
    if (length >= SHORTEST) {
      output[size] = u8(REFERENCE);
      output[size + 1] = u8(length);
      output[size + 2] = u8((at - seen) % 256);
      output[size + 3] = u8((at - seen) >> 8);
      size += 4;
      at += length;
    } else {
      output[size] = u8(LITERAL);
      output[size + 1] = input[at];
      size += 2;
      at++;
    }
  }
  return size;
}

function unpack(packed: StaticArray<u8>, n: i32, output: StaticArray<u8>): void {
  let at = 0;
  let size = 0;
  while (at < n) {
    if (packed[at] === REFERENCE) {
      const length = i32(packed[at + 1]);
      const distance = i32(packed[at + 2]) + i32(packed[at + 3]) * 256;
      for (let i = size; i < size + length; i++) output[i] = output[i - distance];
      size += length;
      at += 4;
    } else {
      output[size] = packed[at + 1];
      size++;
      at += 2;
    }
  }
}

export function run(given: i64): i64 {
  const n = i32(given);
  const input = new StaticArray<u8>(n);
  const packed = new StaticArray<u8>(2 * n);
  const output = new StaticArray<u8>(n);
  makeInput(input);
  const size = pack(input, packed);
  unpack(packed, size, output);
  for (let i = 0; i < n; i++) if (output[i] !== input[i]) return -1 - i;
  let sum: i64 = 0;
  for (let i = 0; i < size; i++) sum = (sum * 31 + i64(packed[i])) % 1000000007;
  return sum;
}
