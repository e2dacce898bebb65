import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAX_INTEGER, MIN_INTEGER } from '../../../src/bytecode/types.ts';
import * as interval from '../../../src/bytecode/verify/intervals.ts';
import type { Bounds } from '../../../src/bytecode/verify/relations.ts';

const wrap = (x: bigint) => BigInt.asIntN(64, x);
const word = (x: bigint) => BigInt.asUintN(64, x);

/** x DIV y and x MOD y as the definition has them, written another way than in the verifier. */
function floorDivide(x: bigint, y: bigint): [bigint, bigint] {
  let remainder = ((x % y) + y) % y;
  if (y < 0n && remainder > 0n) remainder += y;
  return [(x - remainder) / y, remainder];
}

function shift(x: bigint, n: bigint): bigint {
  if (n >= 64n || n <= -64n) return 0n;
  return wrap(n >= 0n ? word(x) << n : word(x) >> -n);
}

/** The operation on values; undefined where it faults. */
type Concrete = (x: bigint, y: bigint) => bigint | undefined;

const OPERATIONS: Readonly<Record<string, [(x: Bounds, y: Bounds) => Bounds, Concrete]>> = {
  add: [interval.add, (x, y) => wrap(x + y)],
  sub: [interval.sub, (x, y) => wrap(x - y)],
  mul: [interval.mul, (x, y) => wrap(x * y)],
  div: [interval.div, (x, y) => (y === 0n ? undefined : wrap(floorDivide(x, y)[0]))],
  mod: [interval.mod, (x, y) => (y === 0n ? undefined : floorDivide(x, y)[1])],
  min: [interval.min, (x, y) => (x < y ? x : y)],
  max: [interval.max, (x, y) => (x > y ? x : y)],
  neg: [(x) => interval.neg(x), (x) => wrap(-x)],
  abs: [(x) => interval.abs(x), (x) => wrap(x < 0n ? -x : x)],
  and: [interval.and, (x, y) => wrap(x & y)],
  or: [interval.or, (x, y) => wrap(x | y)],
  xor: [interval.xor, (x, y) => wrap(x ^ y)],
  not: [(x) => interval.not(x), (x) => wrap(~x)],
  shift: [interval.shift, shift],
  divide: [interval.divide, (x, y) => (y === 0n ? undefined : wrap(word(x) / word(y)))],
  remainder: [interval.remainder, (x, y) => (y === 0n ? undefined : wrap(word(x) % word(y)))],
  extract: [
    (_x, n) => interval.extract(n),
    (x, n) => (n < 0n || n > 64n ? undefined : wrap(word(x) & ((1n << n) - 1n))),
  ],
};

const value = fc.oneof(
  fc.bigInt({ min: -70n, max: 70n }),
  fc.bigInt({ min: MIN_INTEGER, max: MAX_INTEGER }),
  fc.constantFrom(MIN_INTEGER, MIN_INTEGER + 1n, -1n, 0n, 1n, MAX_INTEGER - 1n, MAX_INTEGER),
);
/** An interval and a value in it. */
const member = fc.tuple(value, value, value).map(([a, b, c]) => {
  const [lo, x, hi] = [a, b, c].sort((p, q) => (p < q ? -1 : p > q ? 1 : 0)) as [bigint, bigint, bigint];
  return { bounds: { lo, hi }, x };
});

describe('an interval holds every result', () => {
  test.each(Object.entries(OPERATIONS))('%s', (_name, [abstract, concrete]) => {
    fc.assert(
      fc.property(member, member, (x, y) => {
        const result = concrete(x.x, y.x);
        if (result === undefined) return;
        const bounds = abstract(x.bounds, y.bounds);
        expect(bounds.lo <= result && result <= bounds.hi, `${result} in ${bounds.lo}..${bounds.hi}`).toBe(true);
        expect(bounds.lo >= MIN_INTEGER && bounds.hi <= MAX_INTEGER).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('an interval is sharp where programs rely on it', () => {
  const b = (lo: bigint | number, hi: bigint | number): Bounds => ({ lo: BigInt(lo), hi: BigInt(hi) });
  test.each<[string, Bounds, Bounds]>([
    ['MOD by a constant', interval.mod(interval.ANY, b(10, 10)), b(0, 9)],
    ['MOD that changes nothing', interval.mod(b(2, 5), b(10, 10)), b(2, 5)],
    ['DIV by a constant', interval.div(b(0, 99), b(10, 10)), b(0, 9)],
    ['AND with a mask', interval.and(interval.ANY, b(255, 255)), b(0, 255)],
    ['MIN with a bound', interval.min(b(0, 1000), b(9, 9)), b(0, 9)],
    ['shift to the right', interval.shift(interval.ANY, b(-56, -56)), b(0, 255)],
    ['shift to the left', interval.shift(b(0, 3), b(2, 2)), b(0, 12)],
    ['extract', interval.extract(b(4, 4)), b(0, 15)],
    ['sum', interval.add(b(0, 9), b(1, 1)), b(1, 10)],
    ['range check', interval.meet(b(-5, 5), b(0, 9)), b(0, 5)],
    ['range check that never passes', interval.meet(b(20, 30), b(0, 9)), b(0, 9)],
  ])('%s', (_name, found, expected) => expect(found).toEqual(expected));
});
