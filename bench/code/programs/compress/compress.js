const HASHES = 4096;
const FARTHEST = 65535;
const LONGEST = 255;
const SHORTEST = 4; // what a reference takes
const LITERAL = 0; // then the byte
const REFERENCE = 1; // then the length and two bytes for the distance

function makeInput(input) {
  let seed = 7;
  let filled = 0;
  while (filled < input.length) {
    seed = (seed * 16807) % 2147483647;
    if (filled < 64 || seed % 4 === 0) {
      input[filled] = 97 + ((seed >> 2) % 16);
      filled++;
    } else {
      const length = Math.min(4 + ((seed >> 2) % 20), input.length - filled);
      const distance = 1 + ((seed >> 7) % Math.min(filled, 4000));
      for (let i = filled; i < filled + length; i++) input[i] = input[i - distance];
      filled += length;
    }
  }
}

// How many bytes from `from` on are those from `at` on.
function match(input, from, at) {
  const most = Math.min(LONGEST, input.length - at);
  let length = 0;
  while (length < most && input[from + length] === input[at + length]) length++;
  return length;
}

// The number of bytes put into `output`.
function pack(input, output) {
  const last = new Int32Array(HASHES).fill(-1); // where three bytes with that hash were seen; -1 if nowhere
  let at = 0;
  let size = 0;
  while (at < input.length) {
    let length = 0;
    let seen = -1;
    if (at + 2 < input.length) {
      const hash = (input[at] * 961 + input[at + 1] * 31 + input[at + 2]) % HASHES;
      seen = last[hash];
      last[hash] = at;
      if (seen >= 0 && at - seen <= FARTHEST) length = match(input, seen, at);
    }
    if (length >= SHORTEST) {
      output[size] = REFERENCE;
      output[size + 1] = length;
      output[size + 2] = (at - seen) % 256;
      output[size + 3] = (at - seen) >> 8;
      size += 4;
      at += length;
    } else {
      output[size] = LITERAL;
      output[size + 1] = input[at];
      size += 2;
      at++;
    }
  }
  return size;
}

function unpack(packed, output) {
  let at = 0;
  let size = 0;
  while (at < packed.length) {
    if (packed[at] === REFERENCE) {
      const length = packed[at + 1];
      const distance = packed[at + 2] + packed[at + 3] * 256;
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

export function run(n) {
  const input = new Uint8Array(n);
  const packed = new Uint8Array(2 * n);
  const output = new Uint8Array(n);
  makeInput(input);
  const size = pack(input, packed);
  unpack(packed.subarray(0, size), output);
  for (let i = 0; i < n; i++) if (output[i] !== input[i]) return -1 - i;
  let sum = 0;
  for (let i = 0; i < size; i++) sum = (sum * 31 + packed[i]) % 1000000007;
  return sum;
}
