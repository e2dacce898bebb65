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
  /** Of each value, in the order given; all are different. */
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

/** Where different values stand. */
export function placesOf(values: readonly KeyWords[]): Places {
  return regular(values) ?? hashed(values);
}

function regular(values: readonly KeyWords[]): Regular | undefined {
  const numbers = Float64Array.from(values, (v) => 2 ** 32 * v.high + (v.low >>> 0));
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const n of numbers) {
    if (n < least) least = n;
    if (n > most) most = n;
  }
  if (!Number.isSafeInteger(least) || !Number.isSafeInteger(most - least) || !Number.isSafeInteger(most))
    return undefined;
  let distance = 0;
  for (let n = 0; n < numbers.length && distance !== 1; n++) distance = commonDivisor(numbers[n]! - least, distance);
  distance ||= 1;
  const length = (most - least) / distance + 1;
  if (length > SPARSEST * values.length) return undefined;
  const positions = Int32Array.from(numbers, (n) => (n - least) / distance);
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
  let bits = 1;
  while (2 ** bits < 2 * values.length) bits++;
  const shift = 32 - bits;
  const hashes = Int32Array.from(values, (v) => Math.imul(v.low, SPREAD.low) + Math.imul(v.high, SPREAD.high));
  const displacements = new Int32Array(2 ** bits);
  const positions = new Int32Array(values.length);
  const taken = new Uint8Array(2 ** bits);
  for (const group of groupsOf(hashes, shift)) {
    const displacement = displace(group, hashes, shift, taken);
    displacements[hashes[group[0]!]! >>> shift] = displacement;
    for (const n of group) {
      positions[n] = mixed(hashes[n]!, displacement, shift);
      taken[positions[n]!] = 1;
    }
  }
  return { kind: 'hashed', shift, displacements, positions };
}

function mixed(hash: number, displacement: number, shift: number): number {
  return Math.imul(hash ^ displacement, MIX) >>> shift;
}

/** Indices of the hashes that have the same upper bits, the largest groups first, while there is most room. */
function groupsOf(hashes: Int32Array, shift: number): number[][] {
  const groups = new Map<number, number[]>();
  hashes.forEach((hash, n) => {
    const group = groups.get(hash >>> shift);
    if (group) group.push(n);
    else groups.set(hash >>> shift, [n]);
  });
  return [...groups.values()].sort((a, b) => b.length - a.length);
}

/** A displacement with which the values stand at free positions each; 0 if none is found. */
function displace(group: readonly number[], hashes: Int32Array, shift: number, taken: Uint8Array): number {
  for (let trial = 0; trial < TRIALS; trial++) {
    const displacement = Math.imul(trial, SPREAD.low);
    let placed = 0;
    while (placed < group.length) {
      const at = mixed(hashes[group[placed]!]!, displacement, shift);
      if (taken[at]) break;
      taken[at] = 1;
      placed++;
    }
    for (const n of group.slice(0, placed)) taken[mixed(hashes[n]!, displacement, shift)] = 0;
    if (placed === group.length) return displacement;
  }
  return 0;
}
