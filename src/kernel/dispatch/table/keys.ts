/**
 * How the values of a key are found in a table: by their distance, where they lie close together or at regular distances, else by a hash.
 *
 * Either takes the same steps for every value: a processor foresees those, and a search it does not.
 */

/** A value of a key, as the table needs it. */
export interface KeyWords {
  readonly value: bigint;
  readonly low: number;
  readonly high: number;
}

/** `(value - base) * inverse`, turned right by `turn`, is the position of a value: that divides exactly by the common distance, and everything else lands behind `length`. */
export interface Regular {
  readonly kind: 'regular';
  readonly base: bigint;
  readonly inverse: bigint;
  readonly turn: number;
  readonly length: number;
  /** Of each value, in the order given. */
  readonly positions: Int32Array;
}

/**
 * The upper bits of a value's hash tell its group; the group's displacement, mixed into the hash, tells the position. Displacements are tried until no two values share a position.
 * For those whose hashes are equal there is none, and a group may run out of trials: whoever looks up then goes through all values at the position.
 */
export interface Hashed {
  readonly kind: 'hashed';
  /** Bits of a hash, or of a mixed one, below those that count. */
  readonly shift: number;
  /** By group; as many as positions. */
  readonly displacements: Int32Array;
  /** Equal values have the same number. */
  readonly numbers: Int32Array;
  /** By number. */
  readonly positions: Int32Array;
}

export type Places = Regular | Hashed;

/** The hash of a value is the sum of its halves times these; one is 2**32 divided by the golden ratio. */
export const SPREAD = { low: 0x9e3779b1 | 0, high: 0xc2b2ae3d | 0 } as const;
/** What the hash with the displacement is multiplied by, whose upper bits are the position. */
export const MIX = 0x85ebca6b | 0;

/** Positions for each value, at most, with which a table by distance is no larger than one by hash. */
const SPARSEST = 6;
const TRIALS = 64;

/** Where the values stand. */
export function placesOf(values: readonly KeyWords[]): Places {
  return regular(values) ?? hashed(values);
}

function regular(values: readonly KeyWords[]): Regular | undefined {
  const count = values.length;
  const numbers = new Float64Array(count);
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let n = 0; n < count; n++) {
    const { low, high } = values[n]!;
    const number = 2 ** 32 * high + (low >>> 0);
    numbers[n] = number;
    if (number < least) least = number;
    if (number > most) most = number;
  }
  if (!Number.isSafeInteger(least) || !Number.isSafeInteger(most) || !Number.isSafeInteger(most - least))
    return undefined;
  let distance = 0;
  for (let n = 0; n < count && distance !== 1; n++) distance = commonDivisor(numbers[n]! - least, distance);
  distance ||= 1;
  const length = (most - least) / distance + 1;
  if (length > SPARSEST * count) return undefined;
  const positions = new Int32Array(count);
  for (let n = 0; n < count; n++) positions[n] = (numbers[n]! - least) / distance;
  let turn = 0;
  for (; distance % 2 === 0; distance /= 2) turn++;
  return { kind: 'regular', base: BigInt(least), inverse: inverseOf(BigInt(distance)), turn, length, positions };
}

function commonDivisor(a: number, b: number): number {
  while (b !== 0) [a, b] = [b, a % b];
  return a;
}

/** Of an odd number modulo 2**64. Each step doubles the number of bits that are right, of which the number itself has three. */
function inverseOf(odd: bigint): bigint {
  let inverse = odd;
  for (let bits = 3; bits < 64; bits *= 2) inverse = BigInt.asIntN(64, inverse * (2n - odd * inverse));
  return inverse;
}

function hashed(values: readonly KeyWords[]): Hashed {
  const { numbers, hashes } = numbered(values);
  let bits = 1;
  while (2 ** bits < 2 * hashes.length) bits++;
  const shift = 32 - bits;
  const displacements = new Int32Array(2 ** bits);
  const positions = new Int32Array(hashes.length);
  const taken = new Uint8Array(2 ** bits);
  const { members, starts, bySize } = groupsOf(hashes, shift);
  for (const group of bySize) {
    const [from, to] = [starts[group]!, starts[group + 1]!];
    const displacement = displace(members, from, to, hashes, shift, taken);
    displacements[group] = displacement;
    for (let m = from; m < to; m++) {
      const n = members[m]!;
      positions[n] = mixed(hashes[n]!, displacement, shift);
      taken[positions[n]!] = 1;
    }
  }
  return { kind: 'hashed', shift, displacements, numbers, positions };
}

/** Numbers for the values, and the hash for each number. */
function numbered(values: readonly KeyWords[]): { numbers: Int32Array; hashes: Int32Array } {
  const known = new Map<number | bigint, number>();
  const numbers = new Int32Array(values.length);
  const hashes = new Int32Array(values.length);
  values.forEach(({ value, low, high }, n) => {
    // Numbers make quicker keys.
    const key = high === low >> 31 ? low : value;
    let number = known.get(key);
    if (number === undefined) {
      number = known.size;
      known.set(key, number);
      hashes[number] = Math.imul(low, SPREAD.low) + Math.imul(high, SPREAD.high);
    }
    numbers[n] = number;
  });
  return { numbers, hashes: hashes.subarray(0, known.size) };
}

function mixed(hash: number, displacement: number, shift: number): number {
  return Math.imul(hash ^ displacement, MIX) >>> shift;
}

interface Groups {
  /** Indices of hashes: those of the first group, those of the second, and so on. */
  readonly members: Int32Array;
  /** By group: where its members begin. */
  readonly starts: Int32Array;
  /** Groups that have members, the largest first, while there is most room. */
  readonly bySize: Int32Array;
}

function groupsOf(hashes: Int32Array, shift: number): Groups {
  const groups = 2 ** (32 - shift);
  const starts = new Int32Array(groups + 1);
  for (const hash of hashes) starts[(hash >>> shift) + 1]!++;
  for (let g = 0; g < groups; g++) starts[g + 1]! += starts[g]!;
  const members = new Int32Array(hashes.length);
  const next = starts.slice();
  hashes.forEach((hash, n) => {
    members[next[hash >>> shift]!++] = n;
  });
  return { members, starts, bySize: largestFirst(starts) };
}

function largestFirst(starts: Int32Array): Int32Array {
  const groups = starts.length - 1;
  let most = 0;
  for (let g = 0; g < groups; g++) most = Math.max(most, starts[g + 1]! - starts[g]!);
  /** By size: where the groups of that size go. */
  const places = new Int32Array(most + 1);
  for (let g = 0; g < groups; g++) places[starts[g + 1]! - starts[g]!]!++;
  let before = 0;
  for (let size = most; size > 0; size--) {
    const many = places[size]!;
    places[size] = before;
    before += many;
  }
  const sorted = new Int32Array(before);
  for (let g = 0; g < groups; g++) {
    const size = starts[g + 1]! - starts[g]!;
    if (size > 0) sorted[places[size]!++] = g;
  }
  return sorted;
}

/** A displacement with which the values of a group stand at free positions each; 0 if none is found. */
function displace(
  members: Int32Array,
  from: number,
  to: number,
  hashes: Int32Array,
  shift: number,
  taken: Uint8Array,
): number {
  for (let trial = 0; trial < TRIALS; trial++) {
    const displacement = Math.imul(trial, SPREAD.low);
    let m = from;
    for (; m < to; m++) {
      const at = mixed(hashes[members[m]!]!, displacement, shift);
      if (taken[at]) break;
      taken[at] = 1;
    }
    const all = m === to;
    while (m > from) taken[mixed(hashes[members[--m]!]!, displacement, shift)] = 0;
    if (all) return displacement;
  }
  return 0;
}
