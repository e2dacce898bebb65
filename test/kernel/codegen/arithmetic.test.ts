import { describe, expect, it } from 'vitest';
import { T } from '../../../src/bytecode/types.ts';
import { Fault, type ModuleSpec, own, run } from './harness.ts';

const MIN = -(2n ** 63n);
const MAX = 2n ** 63n - 1n;
const EDGES = [
  0n,
  1n,
  -1n,
  2n,
  -2n,
  3n,
  -3n,
  7n,
  -7n,
  8n,
  -8n,
  63n,
  64n,
  -64n,
  1000n,
  -1000n,
  MIN,
  MIN + 1n,
  MAX,
  MAX - 1n,
  2n ** 32n,
  -(2n ** 32n),
];
const wrap = (x: bigint): bigint => BigInt.asIntN(64, x);
const floorDiv = (a: bigint, b: bigint): bigint => {
  const q = a / b;
  return a % b !== 0n && a % b < 0n !== b < 0n ? q - 1n : q;
};
const unsigned = (x: bigint): bigint => BigInt.asUintN(64, x);

const REFERENCE: Record<string, (a: bigint, b: bigint) => bigint | 'ArithmeticFault' | 'ValueOutOfRange'> = {
  'int.add': (a, b) => wrap(a + b),
  'int.sub': (a, b) => wrap(a - b),
  'int.mul': (a, b) => wrap(a * b),
  'int.div': (a, b) => (b === 0n ? 'ArithmeticFault' : wrap(floorDiv(a, b))),
  'int.mod': (a, b) => (b === 0n ? 'ArithmeticFault' : wrap(a - b * floorDiv(a, b))),
  'int.min': (a, b) => (a - b < 0n ? a : b),
  'int.max': (a, b) => (a - b > 0n ? a : b),
  'word.divide': (a, b) => (b === 0n ? 'ArithmeticFault' : wrap(unsigned(a) / unsigned(b))),
  'word.mod': (a, b) => (b === 0n ? 'ArithmeticFault' : wrap(unsigned(a) % unsigned(b))),
  'word.and': (a, b) => a & b,
  'word.or': (a, b) => a | b,
  'word.xor': (a, b) => a ^ b,
  'word.shift': (a, b) => (b > 63n || b < -63n ? 0n : b >= 0n ? wrap(unsigned(a) << b) : wrap(unsigned(a) >> -b)),
  'word.rotate': (a, b) => {
    const n = ((b % 64n) + 64n) % 64n;
    return wrap((unsigned(a) << n) | (unsigned(a) >> (64n - n)));
  },
};
const COMPARE: Record<string, (a: bigint, b: bigint) => boolean> = {
  'int.eq': (a, b) => a === b,
  'int.ne': (a, b) => a !== b,
  'int.lt': (a, b) => a < b,
  'int.le': (a, b) => a <= b,
  'int.gt': (a, b) => a > b,
  'int.ge': (a, b) => a >= b,
  'word.lt': (a, b) => unsigned(a) < unsigned(b),
  'word.le': (a, b) => unsigned(a) <= unsigned(b),
};
const value = (type: number) => ({ mode: 'value' as const, type });

function outcome(f: () => unknown): unknown {
  try {
    return f();
  } catch (error) {
    if (error instanceof Fault) return error.message;
    throw error;
  }
}

describe('integers', () => {
  const spec: ModuleSpec = {
    procedures: [
      ...Object.keys(REFERENCE).map((name) => ({
        name,
        params: [value(T.INTEGER), value(T.INTEGER)],
        result: T.INTEGER,
        code: [['local.get', 0], ['local.get', 1], [name], ['return'], ['end']] as const,
      })),
      ...Object.keys(COMPARE).map((name) => ({
        name,
        params: [value(T.INTEGER), value(T.INTEGER)],
        result: T.BOOLEAN,
        code: [['local.get', 0], ['local.get', 1], [name], ['return'], ['end']] as const,
      })),
    ],
  };
  const m = run(spec);
  it.each(Object.entries(REFERENCE))('%s agrees with exact arithmetic on edge values', (name, reference) => {
    for (const a of EDGES)
      for (const b of EDGES) expect([a, b, outcome(() => m.call(name, a, b))]).toEqual([a, b, reference(a, b)]);
  });
  it.each(Object.entries(COMPARE))('%s compares edge values', (name, reference) => {
    for (const a of EDGES)
      for (const b of EDGES) expect([a, b, m.call(name, a, b)]).toEqual([a, b, reference(a, b) ? 1 : 0]);
  });

  it('divides by constants, with what is known of the dividend', () => {
    const divisors = [1n, 2n, 3n, 8n, 10n, 1n << 40n, -1n, -2n, -3n, MIN, MAX];
    const forms = [{ type: T.INTEGER }, { type: T.CARDINAL }];
    const consts = run({
      procedures: divisors.flatMap((d, n) =>
        forms.flatMap(({ type }) =>
          ['int.div', 'int.mod'].map((op) => ({
            name: `${op}${type}.${n}`,
            params: [value(type)],
            result: T.INTEGER,
            code: [['local.get', 0], ['int.const', d], [op], ['return'], ['end']] as const,
          })),
        ),
      ),
    });
    divisors.forEach((d, n) => {
      for (const { type } of forms) {
        for (const a of EDGES.filter((e) => type === T.INTEGER || e >= 0n)) {
          expect([a, d, consts.call(`int.div${type}.${n}`, a)]).toEqual([a, d, wrap(floorDiv(a, d))]);
          expect([a, d, consts.call(`int.mod${type}.${n}`, a)]).toEqual([a, d, wrap(a - d * floorDiv(a, d))]);
        }
      }
    });
  });

  it('divides by what is known to be positive', () => {
    const positive = { kind: 'subrange', base: T.INTEGER, lo: 1n, hi: MAX } as const;
    const m = run({
      types: [positive],
      procedures: [T.INTEGER, T.CARDINAL].flatMap((type) =>
        ['int.div', 'int.mod'].map((op) => ({
          name: `${op}${type}`,
          params: [value(type), value(own(0))],
          result: T.INTEGER,
          code: [['local.get', 0], ['local.get', 1], [op], ['return'], ['end']] as const,
        })),
      ),
    });
    for (const type of [T.INTEGER, T.CARDINAL])
      for (const a of EDGES.filter((e) => type === T.INTEGER || e >= 0n))
        for (const d of EDGES.filter((e) => e > 0n)) {
          expect([a, d, m.call(`int.div${type}`, a, d)]).toEqual([a, d, floorDiv(a, d)]);
          expect([a, d, m.call(`int.mod${type}`, a, d)]).toEqual([a, d, a - d * floorDiv(a, d)]);
        }
  });

  it('negates, takes absolute values and complements', () => {
    const unary = run({
      procedures: ['int.neg', 'int.abs', 'word.not'].map((name) => ({
        name,
        params: [value(T.INTEGER)],
        result: T.INTEGER,
        code: [['local.get', 0], [name], ['return'], ['end']] as const,
      })),
    });
    for (const a of EDGES) {
      expect(unary.call('int.neg', a)).toBe(wrap(-a));
      expect(unary.call('int.abs', a)).toBe(wrap(a < 0n ? -a : a));
      expect(unary.call('word.not', a)).toBe(~a);
    }
  });

  it('shifts by what is known to be small', () => {
    const types = [
      { kind: 'subrange', base: 0, lo: 0n, hi: 63n } as const,
      { kind: 'subrange', base: 0, lo: -63n, hi: 0n } as const,
    ];
    const shifts = run({
      types,
      procedures: [0, 1].map((n) => ({
        name: `shift${n}`,
        params: [value(T.INTEGER), value(own(n))],
        result: T.INTEGER,
        code: [['local.get', 0], ['local.get', 1], ['word.shift'], ['return'], ['end']] as const,
      })),
    });
    for (const a of EDGES) {
      for (let n = 0n; n < 64n; n++) {
        expect(shifts.call('shift0', a, n)).toBe(wrap(unsigned(a) << n));
        expect(shifts.call('shift1', a, -n)).toBe(wrap(unsigned(a) >> n));
      }
    }
  });

  it('extracts and inserts fields of words', () => {
    const four = [T.INTEGER, T.INTEGER, T.INTEGER, T.INTEGER].map(value);
    const words = run({
      procedures: [
        {
          name: 'extract',
          params: four.slice(1),
          result: T.INTEGER,
          code: [['local.get', 0], ['local.get', 1], ['local.get', 2], ['word.extract'], ['return'], ['end']],
        },
        {
          name: 'insert',
          params: four,
          result: T.INTEGER,
          code: [
            ['local.get', 0],
            ['local.get', 1],
            ['local.get', 2],
            ['local.get', 3],
            ['word.insert'],
            ['return'],
            ['end'],
          ],
        },
      ],
    });
    for (const x of [0n, -1n, 0x0123456789abcdefn, MIN]) {
      for (const [at, n] of [
        [0n, 0n],
        [0n, 64n],
        [64n, 0n],
        [4n, 8n],
        [60n, 4n],
        [1n, 63n],
        [60n, 5n],
        [-1n, 2n],
        [0n, 65n],
        [3n, -1n],
        [MAX, MAX],
      ] as const) {
        const fits = at >= 0n && n >= 0n && at + n <= 64n;
        const mask = fits ? (1n << n) - 1n : 0n;
        expect(outcome(() => words.call('extract', x, at, n))).toBe(
          fits ? wrap((unsigned(x) >> at) & mask) : 'ValueOutOfRange',
        );
        const y = 0x5555_3333_0f0f_1234n;
        const inserted = fits ? wrap((unsigned(x) & ~(mask << at)) | ((y & mask) << at)) : 'ValueOutOfRange';
        expect(outcome(() => words.call('insert', x, y, at, n))).toBe(inserted);
      }
    }
  });

  it('checks ranges on both sides', () => {
    const ranges = [
      [0n, 9n],
      [-5n, 5n],
      [MIN, 0n],
      [0n, MAX],
      [5n, MAX],
      [MIN, MAX],
      [10n, 10n],
    ] as const;
    const checks = run({
      procedures: ranges.map(([lo, hi], n) => ({
        name: `c${n}`,
        params: [value(T.INTEGER)],
        result: T.INTEGER,
        code: [['local.get', 0], ['check.range', lo, hi], ['return'], ['end']] as const,
      })),
    });
    ranges.forEach(([lo, hi], n) => {
      for (const a of [...EDGES, 4n, 5n, 6n, 9n, 10n, 11n, -5n, -6n]) {
        expect([lo, hi, a, outcome(() => checks.call(`c${n}`, a))]).toEqual([
          lo,
          hi,
          a,
          a >= lo && a <= hi ? a : 'ValueOutOfRange',
        ]);
      }
    });
  });
});

describe('floating point', () => {
  const numbers = [
    0,
    -0,
    1,
    -1,
    0.5,
    -0.5,
    1.5,
    2.5,
    -2.5,
    1e10,
    -1e10,
    2 ** 63,
    -(2 ** 63),
    2 ** 62,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    9.3e18,
  ];
  const even = (x: number): number => {
    const r = Math.round(x);
    return Math.abs(x - Math.trunc(x)) === 0.5 && r % 2 !== 0 ? r - 1 : r;
  };
  const rounding: Record<string, (x: number) => number> = {
    round: even,
    trunc: Math.trunc,
    floor: Math.floor,
    ceiling: Math.ceil,
  };
  for (const [k, type] of [
    ['real', T.REAL],
    ['long', T.LONGREAL],
  ] as const) {
    const nearest = k === 'real' ? Math.fround : (x: number) => x;
    const m = run({
      procedures: [
        ...Object.keys(rounding).map((name) => ({
          name,
          params: [value(type)],
          result: T.INTEGER,
          code: [['local.get', 0], [`${k}.${name}`], ['return'], ['end']] as const,
        })),
        ...['add', 'sub', 'mul', 'div', 'mod', 'min', 'max'].map((name) => ({
          name,
          params: [value(type), value(type)],
          result: type,
          code: [['local.get', 0], ['local.get', 1], [`${k}.${name}`], ['return'], ['end']] as const,
        })),
        ...['eq', 'ne', 'lt', 'le', 'gt', 'ge'].map((name) => ({
          name,
          params: [value(type), value(type)],
          result: T.BOOLEAN,
          code: [['local.get', 0], ['local.get', 1], [`${k}.${name}`], ['return'], ['end']] as const,
        })),
        ...['neg', 'abs', 'sqrt'].map((name) => ({
          name,
          params: [value(type)],
          result: type,
          code: [['local.get', 0], [`${k}.${name}`], ['return'], ['end']] as const,
        })),
        {
          name: 'of_int',
          params: [value(T.INTEGER)],
          result: type,
          code: [['local.get', 0], [`${k}.of_int`], ['return'], ['end']],
        },
      ],
    });
    it(`${k} rounds to integers, or faults where they do not reach`, () => {
      for (const [name, f] of Object.entries(rounding)) {
        for (const x of numbers.map(nearest)) {
          const r = f(x);
          const fits = r >= -(2 ** 63) && r < 2 ** 63;
          expect([name, x, outcome(() => m.call(name, x))]).toEqual([name, x, fits ? BigInt(r) : 'ValueOutOfRange']);
        }
      }
    });
    it(`${k} computes`, () => {
      const binary: Record<string, (a: number, b: number) => number> = {
        add: (a, b) => a + b,
        sub: (a, b) => a - b,
        mul: (a, b) => a * b,
        div: (a, b) => a / b,
        mod: (a, b) => nearest(a - nearest(b * Math.floor(nearest(a / b)))),
        min: Math.min,
        max: Math.max,
      };
      const compare: Record<string, (a: number, b: number) => boolean> = {
        eq: (a, b) => a === b,
        ne: (a, b) => a !== b,
        lt: (a, b) => a < b,
        le: (a, b) => a <= b,
        gt: (a, b) => a > b,
        ge: (a, b) => a >= b,
      };
      for (const a of numbers.map(nearest)) {
        for (const b of numbers.map(nearest)) {
          for (const [name, f] of Object.entries(binary))
            expect([name, a, b, m.call(name, a, b)]).toEqual([name, a, b, nearest(f(a, b))]);
          for (const [name, f] of Object.entries(compare))
            expect([name, a, b, m.call(name, a, b)]).toEqual([name, a, b, f(a, b) ? 1 : 0]);
        }
        expect(m.call('neg', a)).toBe(-a);
        expect(m.call('abs', a)).toBe(Math.abs(a));
        expect(m.call('sqrt', a)).toBe(nearest(Math.sqrt(a)));
      }
      for (const n of [0n, 1n, -7n, MIN, MAX]) expect(m.call('of_int', n)).toBe(nearest(Number(n)));
    });
  }
});
