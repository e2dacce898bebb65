/** Every key is found where a look-up goes for it, nearly always in the first bucket. */
import { describe, expect, it } from 'vitest';
import { MIX, type Places, placesOf, SPREAD } from '../../../src/kernel/dispatch/hashing.ts';

interface Key {
  readonly low: number;
  readonly high: number;
}

/** Buckets that a look-up of each key goes through, as the code of a stub does it. */
function steps(keys: readonly Key[], places: Places): number[] {
  const stands = new Map(places.buckets.map((at, n) => [at, n]));
  expect(stands.size).toBe(keys.length);
  expect(stands.has(places.length - 1)).toBe(false);
  return keys.map((key, n) => {
    const hash = Math.imul(key.low ^ key.high, SPREAD);
    const first = Math.imul(hash ^ places.displacements[hash >>> places.shift]!, MIX) >>> places.shift;
    let at = first;
    while (stands.get(at) !== n) {
      expect(stands.has(at), `key ${n} stands behind an empty bucket`).toBe(true);
      at++;
    }
    return at - first + 1;
  });
}

const numbers = (count: number, of: (n: number) => number): Key[] =>
  Array.from({ length: count }, (_, n) => ({ low: of(n) | 0, high: of(n) < 0 ? -1 : 0 }));

describe('keys of a table', () => {
  it.each([
    ['ports', numbers(1000, (n) => 7 * n)],
    ['small numbers', numbers(3, (n) => n)],
    ['one', numbers(1, () => 0)],
    ['negative ones', numbers(500, (n) => -n - 1)],
    ['addresses', numbers(2000, (n) => 0x0a000000 + 65536 * n)],
  ])('stand in the first bucket that is looked at: %s', (_, keys) => {
    expect(Math.max(...steps(keys, placesOf(keys)))).toBe(1);
  });

  it('are found, too, when their hashes are the same, and are put in place in linear time', () => {
    const same = Array.from({ length: 20_000 }, (_, n) => ({ low: n, high: n }));
    const from = performance.now();
    const places = placesOf(same);
    expect(performance.now() - from).toBeLessThan(5_000);
    const few = [...same.slice(0, 100), ...numbers(100, (n) => n + 1)];
    expect(Math.max(...steps(few, placesOf(few)))).toBeGreaterThan(50);
    expect(new Set(places.buckets).size).toBe(20_000);
  });
});
