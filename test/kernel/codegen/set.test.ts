import { describe, expect, it } from 'vitest';
import { T, type TypeDef } from '../../../src/bytecode/types.ts';
import { type Code, Fault, own, run } from './harness.ts';

const value = (type: number) => ({ mode: 'value' as const, type });
const _readonly = (type: number) => ({ mode: 'readonly' as const, type });
const int = value(T.INTEGER);
const index = (lo: bigint, hi: bigint): TypeDef => ({ kind: 'subrange', base: T.INTEGER, lo, hi });

function outcome(f: () => unknown): unknown {
  try {
    return f();
  } catch (error) {
    if (error instanceof Fault) return error.message;
    throw error;
  }
}

describe('sets', () => {
  const types: TypeDef[] = [
    index(3n, 66n), // 0: 64 elements from 3
    { kind: 'set', element: own(0) },
    index(-100n, 99n), // 2: 200 elements
    { kind: 'set', element: own(2) },
    index(0n, 5n), // 4
    { kind: 'set', element: own(4) },
  ];
  const small = ['union', 'difference', 'intersection', 'symmetric'];
  const m = run({
    types,
    globals: [own(3), own(3), own(3)],
    procedures: [
      ...[1, 5].flatMap((s) => [
        {
          name: `in${s}`,
          params: [int, value(own(s))],
          result: T.BOOLEAN,
          code: [['local.get', 0], ['local.get', 1], ['set.in', own(s)], ['return'], ['end']] as Code,
        },
        {
          name: `with${s}`,
          params: [value(own(s)), int],
          result: own(s),
          code: [['local.get', 0], ['local.get', 1], ['set.with', own(s)], ['return'], ['end']] as Code,
        },
        {
          name: `range${s}`,
          params: [value(own(s)), int, int],
          result: own(s),
          code: [
            ['local.get', 0],
            ['local.get', 1],
            ['local.get', 2],
            ['set.with_range', own(s)],
            ['return'],
            ['end'],
          ] as Code,
        },
        {
          name: `le${s}`,
          params: [value(own(s)), value(own(s))],
          result: T.BOOLEAN,
          code: [['local.get', 0], ['local.get', 1], ['set.le', own(s)], ['return'], ['end']] as Code,
        },
        ...small.map((op) => ({
          name: `${op}${s}`,
          params: [value(own(s)), value(own(s))],
          result: own(s),
          code: [['local.get', 0], ['local.get', 1], [`set.${op}`, own(s)], ['return'], ['end']] as Code,
        })),
      ]),
      ...[0, 1, 2].flatMap((g) => [
        {
          name: `bigIn${g}`,
          params: [int],
          result: T.BOOLEAN,
          code: [['local.get', 0], ['global.addr', g], ['big.in', own(3)], ['return'], ['end']] as Code,
        },
        {
          name: `bigWith${g}`,
          params: [int],
          code: [['global.addr', g], ['local.get', 0], ['big.include', own(3)], ['end']] as Code,
        },
        {
          name: `bigRange${g}`,
          params: [int, int],
          code: [
            ['global.addr', g],
            ['local.get', 0],
            ['local.get', 1],
            ['big.include_range', own(3)],
            ['end'],
          ] as Code,
        },
        { name: `bigClear${g}`, code: [['global.addr', g], ['clear'], ['end']] as Code },
      ]),
      ...small.map((op) => ({
        name: `big.${op}`,
        code: [['global.addr', 2], ['global.addr', 0], ['global.addr', 1], [`big.${op}`, own(3)], ['end']] as Code,
      })),
      {
        name: 'bigLe',
        result: T.BOOLEAN,
        code: [['global.addr', 0], ['global.addr', 1], ['big.le', own(3)], ['return'], ['end']],
      },
      {
        name: 'bigEq',
        result: T.BOOLEAN,
        code: [['global.addr', 0], ['global.addr', 1], ['equal'], ['return'], ['end']],
      },
    ],
  });
  const members = (test: (n: bigint) => unknown, lo: bigint, hi: bigint): bigint[] => {
    const found: bigint[] = [];
    for (let n = lo; n <= hi; n++) if (test(n)) found.push(n);
    return found;
  };

  it('of one word', () => {
    const a = m.call('range1', m.call('with1', 0n, 3n)!, 60n, 66n)!;
    expect(members((n) => m.call('in1', n, a), -10n, 80n)).toEqual([3n, 60n, 61n, 62n, 63n, 64n, 65n, 66n]);
    expect(m.call('in1', 2n ** 63n - 1n, a)).toBe(0);
    expect(m.call('in1', -(2n ** 63n), a)).toBe(0);
    expect(m.call('range1', 0n, 3n, 66n)).toBe(-1n);
    expect(m.call('range1', 5n, 20n, 19n)).toBe(5n);
    expect(m.call('range1', 5n, 2000n, -5n)).toBe(5n);
    for (const [lo, hi] of [
      [2n, 5n],
      [60n, 67n],
      [-(2n ** 63n), 2n ** 63n - 1n],
    ] as const)
      expect(outcome(() => m.call('range1', 0n, lo, hi))).toBe('ValueOutOfRange');
    for (const n of [2n, 67n, -1n]) expect(outcome(() => m.call('with1', 0n, n))).toBe('ValueOutOfRange');
    const [x, y] = [0b110010n, 0b010111n];
    expect(small.map((op) => m.call(`${op}5`, x, y))).toEqual([x | y, x & ~y, x & y, x ^ y]);
    expect([m.call('le5', 0b10n, x), m.call('le5', x, 0b10n), m.call('le5', x, x)]).toEqual([1, 0, 1]);
  });

  it('of many words', () => {
    const model = [new Set<bigint>(), new Set<bigint>()];
    const add = (g: 0 | 1, lo: bigint, hi: bigint): void => {
      m.call(`bigRange${g}`, lo, hi);
      for (let n = lo; n <= hi; n++) model[g]!.add(n);
    };
    add(0, -100n, -90n);
    add(0, -37n, 30n);
    add(0, 99n, 99n);
    add(0, 5n, 4n);
    add(1, -36n, -30n);
    add(1, 27n, 28n);
    add(1, -40n, -37n);
    m.call('bigWith1', 98n);
    model[1]!.add(98n);
    const sorted = (s: Set<bigint>): bigint[] => [...s].sort((p, q) => Number(p - q));
    for (const g of [0, 1]) expect(members((n) => m.call(`bigIn${g}`, n), -300n, 300n)).toEqual(sorted(model[g]!));
    const [a, b] = model as [Set<bigint>, Set<bigint>];
    for (const [op, expected] of Object.entries({
      union: a.union(b),
      difference: a.difference(b),
      intersection: a.intersection(b),
      symmetric: a.symmetricDifference(b),
    })) {
      m.call(`big.${op}`);
      expect([op, members((n) => m.call('bigIn2', n), -110n, 110n)]).toEqual([op, sorted(expected)]);
    }
    expect([m.call('bigLe'), m.call('bigEq')]).toEqual([0, 0]);
    m.call('bigClear0');
    m.call('bigRange0', 27n, 28n);
    expect([m.call('bigLe'), m.call('bigEq')]).toEqual([1, 0]);
    for (const n of [-101n, 100n]) expect(outcome(() => m.call('bigWith0', n))).toBe('ValueOutOfRange');
    for (const [lo, hi] of [
      [-101n, 5n],
      [5n, 100n],
    ] as const)
      expect(outcome(() => m.call('bigRange0', lo, hi))).toBe('ValueOutOfRange');
  });
});
