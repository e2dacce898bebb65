/**
 * Where keys stand in a table of hashes, so that looking one up takes the same steps for every key: a processor foresees those, and a search along the table it does not.
 *
 * The upper bits of a key's hash tell its group; the group's displacement, mixed into the hash, tells the bucket. Displacements are tried until no two keys share a bucket.
 * For keys whose hashes are equal there is none, and a group may run out of trials: then a key stands in the next free bucket, and who looks it up goes on until an empty one.
 */

/** The hash of a key is the exclusive or of its halves times this, 2**32 divided by the golden ratio. */
export const SPREAD = 0x9e3779b1 | 0;
/** What the hash with the displacement is multiplied by, whose upper bits are the bucket. */
export const MIX = 0x85ebca6b | 0;

const TRIALS = 64;

export interface Places {
  /** Bits of a hash, or of a mixed one, below those that count. */
  readonly shift: number;
  /** By group. */
  readonly displacements: Int32Array;
  /** Index of each key's bucket. */
  readonly buckets: readonly number[];
  /** All of them, and an empty one at the end. */
  readonly length: number;
}

export function placesOf(keys: readonly { readonly low: number; readonly high: number }[]): Places {
  let bits = 1;
  while (2 ** bits < 2 * keys.length) bits++;
  const shift = 32 - bits;
  const hashes = keys.map((k) => Math.imul(k.low ^ k.high, SPREAD));
  const groups = new Map<number, number[]>();
  hashes.forEach((hash, n) => {
    const group = groups.get(hash >>> shift);
    if (group) group.push(n);
    else groups.set(hash >>> shift, [n]);
  });
  const displacements = new Int32Array(2 ** bits);
  const buckets: number[] = new Array(keys.length).fill(0);
  const taken = new Set<number>();
  /** Behind those that are known to be taken. */
  const behind = new Map<number, number>();
  const wanted = (n: number, displacement: number) => Math.imul(hashes[n]! ^ displacement, MIX) >>> shift;
  // The largest groups while there is most room.
  for (const [group, members] of [...groups].sort((a, b) => b[1].length - a[1].length)) {
    const displacement = displace(members, taken, wanted);
    displacements[group] = displacement;
    for (const n of members) {
      const first = wanted(n, displacement);
      let at = behind.get(first) ?? first;
      while (taken.has(at)) at++;
      behind.set(first, at + 1);
      taken.add(at);
      buckets[n] = at;
    }
  }
  let length = 2 ** bits;
  for (const at of buckets) if (at >= length) length = at + 1;
  return { shift, displacements, buckets, length: length + 1 };
}

/** One with which the keys stand in free buckets each; 0 if none is found. */
function displace(
  members: readonly number[],
  taken: ReadonlySet<number>,
  wanted: (n: number, displacement: number) => number,
): number {
  for (let trial = 0; trial < TRIALS; trial++) {
    const displacement = Math.imul(trial, SPREAD);
    const found = new Set(members.map((n) => wanted(n, displacement)));
    if (found.size === members.length && ![...found].some((at) => taken.has(at))) return displacement;
  }
  return 0;
}
