/** Whatever the operands within their ranges: the result, computed modulo 2**64, is within its range. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { floorDiv } from '../../../../src/bytecode/verify/intervals.ts';
import * as ranges from '../../../../src/kernel/codegen/ranges/range.ts';

const signed = (x: bigint): bigint => BigInt.asIntN(64, x);
const unsigned = (x: bigint): bigint => BigInt.asUintN(64, x);
const floorMod = (x: bigint, y: bigint): bigint => x - y * floorDiv(x, y);
const most = (x: bigint, y: bigint): bigint => (x > y ? x : y);
const least = (x: bigint, y: bigint): bigint => (x < y ? x : y);
const shifted = (x: bigint, n: bigint): bigint =>
  n >= 64n || n <= -64n ? 0n : n >= 0n ? unsigned(x) << n : unsigned(x) >> -n;

const MIN = -(2n ** 63n);
const MAX = 2n ** 63n - 1n;
const corners = [
  0n,
  1n,
  -1n,
  7n,
  63n,
  64n,
  -63n,
  -64n,
  2n ** 31n,
  2n ** 53n,
  2n ** 53n - 1n,
  -(2n ** 53n),
  2n ** 62n,
  MIN,
  MAX,
];
const integer = fc.oneof(
  fc.constantFrom(...corners),
  fc.bigInt({ min: -100n, max: 100n }),
  fc.bigInt({ min: MIN, max: MAX }),
  fc.bigInt({ min: 2n ** 53n - 4n, max: 2n ** 53n + 4n }),
);
/** Some values, first and last of which are bounds. */
const some = fc
  .array(integer, { minLength: 1, maxLength: 4 })
  .map((values) => values.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)));

const rangeOf = (values: readonly bigint[]) => ranges.ofBounds(values[0]!, values[values.length - 1]!);
const holds = (r: ranges.Range, x: bigint): boolean => ranges.toBigInt(r.lo) <= x && x <= ranges.toBigInt(r.hi);

type Binary = [(x: ranges.Range, y: ranges.Range) => ranges.Range, (x: bigint, y: bigint) => bigint | undefined];
const BINARY: Readonly<Record<string, Binary>> = {
  add: [ranges.add, (x, y) => x + y],
  sub: [ranges.sub, (x, y) => x - y],
  mul: [ranges.mul, (x, y) => x * y],
  div: [ranges.div, (x, y) => (y === 0n ? undefined : floorDiv(x, y))],
  mod: [ranges.mod, (x, y) => (y === 0n ? undefined : floorMod(x, y))],
  min: [ranges.min, least],
  max: [ranges.max, most],
  and: [ranges.and, (x, y) => x & y],
  or: [ranges.or, (x, y) => x | y],
  xor: [ranges.xor, (x, y) => x ^ y],
  shift: [ranges.shift, shifted],
};
const UNARY: Readonly<Record<string, [(x: ranges.Range) => ranges.Range, (x: bigint) => bigint | undefined]>> = {
  neg: [ranges.neg, (x) => -x],
  not: [ranges.not, (x) => ~x],
  abs: [ranges.abs, (x) => (x < 0n ? -x : x)],
  bits: [ranges.bits, (n) => (n < 0n || n > 64n ? undefined : (1n << n) - 1n)],
};

describe('the arithmetic of ranges', () => {
  it.each(Object.entries(BINARY))('%s', (_, [abstract, concrete]) => {
    fc.assert(
      fc.property(some, some, (xs, ys) => {
        const r = abstract(rangeOf(xs), rangeOf(ys));
        for (const x of xs) {
          for (const y of ys) {
            const result = concrete(x, y);
            if (result !== undefined) expect([x, y, r, holds(r, signed(result))]).toEqual([x, y, r, true]);
          }
        }
      }),
      { numRuns: 1500 },
    );
  });

  it.each(Object.entries(UNARY))('%s', (_, [abstract, concrete]) => {
    fc.assert(
      fc.property(some, (xs) => {
        const r = abstract(rangeOf(xs));
        for (const x of xs) {
          const result = concrete(x);
          if (result !== undefined) expect([x, r, holds(r, signed(result))]).toEqual([x, r, true]);
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('is exact where nothing wraps', () => {
    const r = (lo: bigint, hi: bigint) => ranges.ofBounds(lo, hi);
    expect(ranges.add(r(0n, 10n), r(-3n, 5n))).toEqual({ lo: -3, hi: 15 });
    expect(ranges.sub(r(0n, MAX), r(1n, 1n))).toEqual({ lo: -1, hi: Number.POSITIVE_INFINITY });
    expect(ranges.mul(r(-2n, 3n), r(4n, 5n))).toEqual({ lo: -10, hi: 15 });
    expect(ranges.div(r(-7n, 7n), r(2n, 2n))).toEqual({ lo: -4, hi: 3 });
    expect(ranges.mod(r(0n, 100n), r(8n, 8n))).toEqual({ lo: 0, hi: 7 });
    expect(ranges.shift(r(0n, 255n), r(-4n, -4n))).toEqual({ lo: 0, hi: 15 });
    expect(ranges.or(r(3n, 8n), r(0n, 16n))).toEqual({ lo: 3, hi: 31 });
    expect(ranges.add(r(0n, MAX), r(0n, 1n))).toEqual(ranges.ANY);
  });
});
