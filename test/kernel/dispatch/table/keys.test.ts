/** Every value of a key is found where a look-up goes for it, other values are not, and nearly always at the first position. */
import { describe, expect, it } from 'vitest';
import { type KeyWords, MIX, type Places, placesOf, SPREAD } from '../../../../src/kernel/dispatch/table/keys.ts';

function words(value: bigint): KeyWords {
  return { value, low: Number(BigInt.asIntN(32, value)), high: Number(BigInt.asIntN(32, value >> 32n)) };
}

/** Position of a value, as the code of a stub computes it; undefined: it has none. */
function positionOf({ value, low, high }: KeyWords, places: Places): number | undefined {
  if (places.kind === 'hashed') {
    const hash = (Math.imul(low, SPREAD.low) + Math.imul(high, SPREAD.high)) | 0;
    return Math.imul(hash ^ places.displacements[hash >>> places.shift]!, MIX) >>> places.shift;
  }
  const product = BigInt.asUintN(64, (value - places.base) * places.inverse);
  const turn = BigInt(places.turn);
  const position = BigInt.asUintN(64, (product >> turn) | (product << (64n - turn)));
  return position < BigInt(places.length) ? Number(position) : undefined;
}

function check(values: readonly bigint[], others: readonly bigint[] = []): { kind: Places['kind']; most: number } {
  const keys = values.map(words);
  const places = placesOf(keys);
  const at = new Map<number, Set<bigint>>();
  keys.forEach((key, n) => {
    const position = places.positions[places.kind === 'regular' ? n : places.numbers[n]!]!;
    expect(positionOf(key, places), `position of ${key.value}`).toBe(position);
    const there = at.get(position) ?? new Set();
    at.set(position, there.add(key.value));
  });
  const known = new Set(values);
  for (const other of others) {
    const position = positionOf(words(other), places);
    // A hash leads somewhere, where the value is compared; a distance must not.
    if (places.kind === 'regular' && position !== undefined && !known.has(other))
      expect(at.get(position), `${other} is taken for one of`).toBeUndefined();
  }
  return { kind: places.kind, most: Math.max(...[...at.values()].map((s) => s.size)) };
}

const numbers = (count: number, of: (n: number) => number): bigint[] =>
  Array.from({ length: count }, (_, n) => BigInt(of(n)));
const around = (values: readonly bigint[]): bigint[] =>
  values.flatMap((v) => [v - 1n, v + 1n, v + 2n ** 32n, BigInt.asIntN(64, v * 3n), BigInt.asIntN(64, v ^ (1n << 63n))]);

describe('values of a key', () => {
  it.each([
    ['ports', numbers(1000, (n) => 7 * n)],
    ['small numbers', numbers(3, (n) => n)],
    ['one', numbers(1, () => 0)],
    ['negative ones', numbers(500, (n) => -n - 1)],
    ['addresses', numbers(2000, (n) => 0x0a000000 + 65536 * n)],
    ['large ones, in no order', numbers(301, (n) => 2 ** 50 + 12 * ((n * 100) % 301))],
    ['some twice', numbers(60, (n) => n % 20)],
    ['some with gaps', numbers(100, (n) => n + (n % 3))],
  ])('are found by their distance: %s', (_, values) => {
    expect(check(values, [...around(values), -(2n ** 63n), 2n ** 63n - 1n])).toEqual({ kind: 'regular', most: 1 });
  });

  it.each([
    ['powers of two', numbers(40, (n) => 2 ** n)],
    ['all over the place', numbers(1000, (n) => (Math.imul(n + 1, SPREAD.low) >>> 0) * 1009)],
    ['the ends', [-(2n ** 63n), 0n, 2n ** 63n - 1n]],
    ['beyond what is exact', Array.from({ length: 100 }, (_, n) => 2n ** 60n + BigInt(n))],
    ['none', []],
    ['some twice', [0n, 2n ** 40n, 0n, -(2n ** 62n), 2n ** 40n]],
  ])('are found by their hash: %s', (_, values) => {
    const { kind, most } = check(values);
    expect(kind).toBe('hashed');
    expect(most).toBeLessThanOrEqual(1);
  });

  it('share a position when their hashes are the same, and are put in place in linear time', () => {
    const same = (n: number) => {
      const low = BigInt(Math.imul(n, SPREAD.high) >>> 0);
      return BigInt.asIntN(64, (BigInt(Math.imul(-n, SPREAD.low)) << 32n) | low);
    };
    const from = performance.now();
    const values = Array.from({ length: 20_000 }, (_, n) => same(n));
    expect(check(values)).toEqual({ kind: 'hashed', most: 20_000 });
    expect(performance.now() - from).toBeLessThan(10_000);
  });
});
