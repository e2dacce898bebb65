import { describe, expect, it } from 'vitest';
import { T, type TypeDef } from '../../../src/bytecode/types.ts';
import { type Code, Fault, type ModuleSpec, own, run } from './harness.ts';

const value = (type: number) => ({ mode: 'value' as const, type });
const readonly = (type: number) => ({ mode: 'readonly' as const, type });
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

describe('packed fields', () => {
  // Widths chosen so that fields cross bytes, words, and need nine bytes.
  const layouts = [
    [3, 5, 8],
    [1, 1, 1, 1, 1, 1, 1, 1, 1],
    [7, 9, 33, 63, 1],
    [5, 64, 3],
    [12, 12],
    [24],
    [13, 40, 11, 7],
  ];
  it.each(layouts.map((widths) => [widths]))('of widths %j keep their values and their neighbours', (widths) => {
    for (const signed of [false, true]) {
      const types: TypeDef[] = [];
      const fields = widths.map((bits, n) => {
        const span = 2n ** BigInt(signed || bits === 64 ? bits - 1 : bits);
        types.push(index(signed || bits === 64 ? -span : 0n, span - 1n), { kind: 'packed', bits, base: own(2 * n) });
        return { name: `f${n}`, type: own(2 * n + 1) };
      });
      const record = own(types.push({ kind: 'record', fields }) - 1);
      const m = run({
        types,
        globals: [record],
        procedures: widths.flatMap((_, n) => [
          {
            name: `set${n}`,
            params: [value(own(2 * n))],
            code: [['global.addr', 0], ['local.get', 0], ['field.set', record, n], ['end']] as Code,
          },
          {
            name: `get${n}`,
            result: T.INTEGER,
            code: [['global.addr', 0], ['field.get', record, n], ['return'], ['end']] as Code,
          },
        ]),
      });
      const now: bigint[] = widths.map(() => 0n);
      let seed = 12345n;
      for (let round = 0; round < 60; round++) {
        seed = BigInt.asUintN(64, seed * 6364136223846793005n + 1442695040888963407n);
        const n = Number((seed >> 33n) % BigInt(widths.length));
        const bits = widths[n]!;
        const raw = BigInt.asUintN(bits, seed ^ (seed >> 17n));
        now[n] = signed || bits === 64 ? BigInt.asIntN(bits, raw) : raw;
        m.call(`set${n}`, now[n]!);
        expect(widths.map((_, k) => m.call(`get${k}`))).toEqual(now);
      }
    }
  });
});

describe('arrays', () => {
  const types: TypeDef[] = [
    index(-2n, 3n), // 0
    { kind: 'array', index: own(0), element: T.INTEGER }, // 1
    { kind: 'openarray', element: T.INTEGER }, // 2
    { kind: 'openarray', element: own(2) }, // 3
    index(0n, 2n), // 4
    { kind: 'array', index: own(4), element: T.INTEGER }, // 5
    { kind: 'array', index: own(4), element: own(5) }, // 6
    { kind: 'ref', target: own(3) }, // 7
    { kind: 'ref', target: own(2) }, // 8
    { kind: 'array', index: T.BOOLEAN, element: T.CHAR }, // 9
    { kind: 'openarray', element: T.CHAR }, // 10
    index(0n, 7n), // 11
    { kind: 'packed', bits: 3, base: own(11) }, // 12
    { kind: 'array', index: own(4), element: own(12) }, // 13
    { kind: 'openarray', element: own(12) }, // 14
    { kind: 'openarray', element: own(14) }, // 15
    { kind: 'ref', target: own(15) }, // 16
    { kind: 'ref', target: own(10) }, // 17
  ];
  const spec: ModuleSpec = {
    types,
    globals: [own(1), own(6), own(5), own(9), own(13)],
    procedures: [
      {
        name: 'fixed',
        params: [int],
        result: T.INTEGER,
        code: [['global.addr', 0], ['local.get', 0], ['element'], ['load'], ['return'], ['end']],
      },
      {
        name: 'setFixed',
        params: [int, int],
        code: [['global.addr', 0], ['local.get', 0], ['element'], ['local.get', 1], ['store'], ['end']],
      },
      {
        name: 'within',
        params: [value(own(0))],
        result: T.INTEGER,
        code: [['global.addr', 0], ['local.get', 0], ['element'], ['load'], ['return'], ['end']],
      },
      {
        name: 'constant',
        result: T.INTEGER,
        code: [['global.addr', 0], ['int.const', 3n], ['element'], ['load'], ['return'], ['end']],
      },
      {
        name: 'beyond',
        result: T.INTEGER,
        code: [['global.addr', 0], ['int.const', 4n], ['element'], ['load'], ['return'], ['end']],
      },
      {
        name: 'matrix',
        params: [int, int],
        result: T.INTEGER,
        code: [
          ['global.addr', 1],
          ['local.get', 0],
          ['element'],
          ['local.get', 1],
          ['element'],
          ['load'],
          ['return'],
          ['end'],
        ],
      },
      {
        name: 'setMatrix',
        params: [int, int, int],
        code: [
          ['global.addr', 1],
          ['local.get', 0],
          ['element'],
          ['local.get', 1],
          ['element'],
          ['local.get', 2],
          ['store'],
          ['end'],
        ],
      },
      // open arrays
      {
        name: 'sum',
        params: [readonly(own(2))],
        result: T.INTEGER,
        locals: [{}, {}, {}],
        code: [
          ['block', 0],
          ['loop', 0],
          ['local.get', 1],
          ['local.get', 0],
          ['array.length', 0],
          ['int.ge'],
          ['br_if', 1],
          ['local.get', 2],
          ['local.get', 0],
          ['local.get', 1],
          ['element'],
          ['load'],
          ['int.add'],
          ['local.set', 2],
          ['local.get', 1],
          ['int.const', 1n],
          ['int.add'],
          ['local.set', 1],
          ['br', 0],
          ['end'],
          ['end'],
          ['local.get', 2],
          ['return'],
          ['end'],
        ],
      },
      {
        name: 'sumPart',
        params: [int, int],
        result: T.INTEGER,
        code: [
          ['global.addr', 0],
          ['local.get', 0],
          ['local.get', 1],
          ['subarray', own(2)],
          ['readonly'],
          ['call', 7],
          ['return'],
          ['end'],
        ],
      },
      {
        name: 'sumAll',
        result: T.INTEGER,
        code: [['global.addr', 0], ['open', own(2)], ['call', 7], ['return'], ['end']],
      },
      {
        name: 'sumRow',
        params: [int],
        result: T.INTEGER,
        code: [['global.addr', 1], ['open', own(3)], ['local.get', 0], ['element'], ['call', 7], ['return'], ['end']],
      },
      {
        name: 'new2',
        params: [value(T.CARDINAL), value(T.CARDINAL)],
        result: own(7),
        code: [
          ['local.get', 0],
          ['check.range', 0n, 100000n],
          ['local.get', 1],
          ['check.range', 0n, 100000n],
          ['new.open', own(7)],
          ['return'],
          ['end'],
        ],
      },
      {
        name: 'at2',
        params: [value(own(7)), int, int],
        result: T.INTEGER,
        code: [
          ['local.get', 0],
          ['deref'],
          ['local.get', 1],
          ['element'],
          ['local.get', 2],
          ['element'],
          ['load'],
          ['return'],
          ['end'],
        ],
      },
      {
        name: 'put2',
        params: [value(own(7)), int, int, int],
        code: [
          ['local.get', 0],
          ['deref'],
          ['local.get', 1],
          ['element'],
          ['local.get', 2],
          ['element'],
          ['local.get', 3],
          ['store'],
          ['end'],
        ],
      },
      {
        name: 'lengths',
        params: [value(own(7))],
        result: T.INTEGER,
        code: [
          ['local.get', 0],
          ['deref'],
          ['array.length', 0],
          ['int.const', 1000n],
          ['int.mul'],
          ['local.get', 0],
          ['deref'],
          ['array.length', 1],
          ['int.add'],
          ['return'],
          ['end'],
        ],
      },
      {
        name: 'fixMatrix',
        params: [value(own(7))],
        result: T.INTEGER,
        code: [
          ['local.get', 0],
          ['deref'],
          ['fix', own(6)],
          ['int.const', 2n],
          ['element'],
          ['int.const', 1n],
          ['element'],
          ['load'],
          ['return'],
          ['end'],
        ],
      },
      {
        name: 'copyRow',
        params: [value(own(7)), int],
        code: [
          ['global.addr', 2],
          ['open', own(2)],
          ['local.get', 0],
          ['deref'],
          ['local.get', 1],
          ['element'],
          ['copy'],
          ['end'],
        ],
      },
      {
        name: 'third',
        params: [int],
        result: T.INTEGER,
        code: [['global.addr', 2], ['local.get', 0], ['element'], ['load'], ['return'], ['end']],
      },
      // VALUE open array: the callee's copy
      {
        name: 'clobber',
        params: [value(own(2))],
        result: T.INTEGER,
        code: [
          ['local.addr', 0],
          ['int.const', 0n],
          ['element'],
          ['int.const', -1n],
          ['store'],
          ['local.addr', 0],
          ['int.const', 0n],
          ['element'],
          ['load'],
          ['local.addr', 0],
          ['readonly'],
          ['call', 7],
          ['int.add'],
          ['return'],
          ['end'],
        ],
      },
      {
        name: 'clobberGlobal',
        result: T.INTEGER,
        code: [['global.addr', 0], ['open', own(2)], ['call', 18], ['return'], ['end']],
      },
      // overlap, equality
      {
        name: 'slide',
        code: [
          ['global.addr', 0],
          ['int.const', 1n],
          ['int.const', 5n],
          ['subarray', own(2)],
          ['global.addr', 0],
          ['int.const', 0n],
          ['int.const', 5n],
          ['subarray', own(2)],
          ['copy'],
          ['end'],
        ],
      },
      {
        name: 'equalRows',
        params: [value(own(7)), int, int],
        result: T.BOOLEAN,
        code: [
          ['local.get', 0],
          ['deref'],
          ['local.get', 1],
          ['element'],
          ['local.get', 0],
          ['deref'],
          ['local.get', 2],
          ['element'],
          ['equal'],
          ['return'],
          ['end'],
        ],
      },
      {
        name: 'equalWhole',
        params: [value(own(7)), value(own(7))],
        result: T.BOOLEAN,
        code: [['local.get', 0], ['deref'], ['local.get', 1], ['deref'], ['equal'], ['return'], ['end']],
      },
      // indexed by BOOLEAN, packed
      {
        name: 'byBool',
        params: [value(T.BOOLEAN), value(T.CHAR)],
        result: T.CHAR,
        code: [
          ['global.addr', 3],
          ['local.get', 0],
          ['int.of_bool'],
          ['element'],
          ['local.get', 1],
          ['store'],
          ['global.addr', 3],
          ['local.get', 0],
          ['int.of_bool'],
          ['element'],
          ['load'],
          ['return'],
          ['end'],
        ],
      },
      {
        name: 'packed',
        params: [int],
        result: T.INTEGER,
        code: [['global.addr', 4], ['local.get', 0], ['element.get'], ['return'], ['end']],
      },
      {
        name: 'setPacked',
        params: [int, value(own(11))],
        code: [['global.addr', 4], ['local.get', 0], ['local.get', 1], ['element.set'], ['end']],
      },
      {
        name: 'newPacked',
        params: [value(T.CARDINAL), value(T.CARDINAL)],
        result: own(16),
        code: [
          ['local.get', 0],
          ['check.range', 0n, 100000n],
          ['local.get', 1],
          ['check.range', 0n, 100000n],
          ['new.open', own(16)],
          ['return'],
          ['end'],
        ],
      },
      {
        name: 'packed2',
        params: [value(own(16)), int, int],
        result: T.INTEGER,
        code: [
          ['local.get', 0],
          ['deref'],
          ['local.get', 1],
          ['element'],
          ['local.get', 2],
          ['element.get'],
          ['return'],
          ['end'],
        ],
      },
      {
        name: 'setPacked2',
        params: [value(own(16)), int, int, value(own(11))],
        code: [
          ['local.get', 0],
          ['deref'],
          ['local.get', 1],
          ['element'],
          ['local.get', 2],
          ['local.get', 3],
          ['element.set'],
          ['end'],
        ],
      },
      {
        name: 'new1',
        params: [value(T.CARDINAL)],
        result: own(17),
        code: [['local.get', 0], ['check.range', 0n, 0x7fffffffn], ['new.open', own(17)], ['return'], ['end']],
      },
      {
        name: 'viewAt',
        params: [value(own(17)), int, int],
        result: T.INTEGER,
        code: [
          ['local.get', 0],
          ['deref'],
          ['local.get', 1],
          ['local.get', 2],
          ['subarray', own(10)],
          ['readonly'],
          ['view', T.INTEGER],
          ['load'],
          ['return'],
          ['end'],
        ],
      },
      {
        name: 'viewWords',
        params: [value(own(17))],
        result: T.INTEGER,
        code: [
          ['local.get', 0],
          ['deref'],
          ['readonly'],
          ['view.array', own(2)],
          ['array.length', 0],
          ['return'],
          ['end'],
        ],
      },
    ],
  };
  const m = run(spec);

  it('check their bounds', () => {
    for (let i = -2n; i <= 3n; i++) m.call('setFixed', i, i * 10n);
    for (const i of [-2n, -1n, 0n, 3n]) {
      expect(m.call('fixed', i)).toBe(i * 10n);
      expect(m.call('within', i)).toBe(i * 10n);
    }
    expect(m.call('constant')).toBe(30n);
    for (const i of [-3n, 4n, 2n ** 32n, -(2n ** 63n), 2n ** 63n - 1n])
      expect(outcome(() => m.call('fixed', i))).toBe('SubscriptOutOfRange');
    expect(outcome(() => m.call('beyond'))).toBe('SubscriptOutOfRange');
  });
  it('of arrays', () => {
    for (let i = 0n; i < 3n; i++) for (let j = 0n; j < 3n; j++) m.call('setMatrix', i, j, 10n * i + j);
    expect(m.call('matrix', 2n, 1n)).toBe(21n);
    expect(m.call('sumRow', 1n)).toBe(33n);
    expect(outcome(() => m.call('matrix', 1n, 3n))).toBe('SubscriptOutOfRange');
    expect(outcome(() => m.call('sumRow', 3n))).toBe('SubscriptOutOfRange');
  });
  it('open: parts, sums, copies', () => {
    for (let i = -2n; i <= 3n; i++) m.call('setFixed', i, 2n ** (i + 2n));
    expect(m.call('sumAll')).toBe(63n);
    expect(m.call('sumPart', 2n, 3n)).toBe(4n + 8n + 16n);
    expect(m.call('sumPart', 6n, 0n)).toBe(0n);
    for (const [from, n] of [
      [-1n, 2n],
      [0n, 7n],
      [5n, 2n],
      [7n, 0n],
      [2n, -1n],
      [1n, 2n ** 63n - 1n],
    ] as const) {
      expect(outcome(() => m.call('sumPart', from, n))).toBe('SubscriptOutOfRange');
    }
    expect(m.call('clobberGlobal')).toBe(-1n + 61n);
    expect(m.call('fixed', -2n)).toBe(1n);
    expect(m.stackPointer()).toBe(0);
    m.call('slide');
    expect([-2n, -1n, 0n, 1n, 2n, 3n].map((i) => m.call('fixed', i))).toEqual([1n, 1n, 2n, 4n, 8n, 16n]);
  });
  it('open in two dimensions', () => {
    const a = m.call('new2', 3n, 3n)!;
    const b = m.call('new2', 3n, 4n)!;
    for (let i = 0n; i < 3n; i++) for (let j = 0n; j < 3n; j++) m.call('put2', a, i, j, i * 3n + j);
    expect(m.call('at2', a, 2n, 2n)).toBe(8n);
    expect(m.call('lengths', b)).toBe(3004n);
    expect(outcome(() => m.call('at2', a, 0n, 3n))).toBe('SubscriptOutOfRange');
    expect(outcome(() => m.call('at2', 0, 0n, 0n))).toBe('AttemptToDereferenceNIL');
    expect(m.call('fixMatrix', a)).toBe(7n);
    expect(outcome(() => m.call('fixMatrix', b))).toBe('IncompatibleArrayShapes');
    m.call('copyRow', a, 1n);
    expect([0n, 1n, 2n].map((i) => m.call('third', i))).toEqual([3n, 4n, 5n]);
    expect(outcome(() => m.call('copyRow', b, 1n))).toBe('IncompatibleArrayShapes');
    expect(m.call('equalRows', a, 0n, 1n)).toBe(0);
    for (let j = 0n; j < 3n; j++) m.call('put2', a, 1n, j, j);
    expect(m.call('equalRows', a, 0n, 1n)).toBe(1);
    expect(m.call('equalWhole', a, b)).toBe(0);
    expect(m.call('equalWhole', a, a)).toBe(1);
    expect(m.call('lengths', m.call('new2', 0n, 5n)!)).toBe(5n);
  });
  it('indexed by BOOLEAN', () => {
    expect([m.call('byBool', 0, 65n), m.call('byBool', 1, 66n), m.access.bytes[m.globals[3]!]]).toEqual([65n, 66n, 65]);
  });
  it('packed, fixed and open', () => {
    for (let i = 0n; i < 3n; i++) m.call('setPacked', i, 7n - i);
    expect([0n, 1n, 2n].map((i) => m.call('packed', i))).toEqual([7n, 6n, 5n]);
    const a = m.call('newPacked', 4n, 7n)!;
    for (let i = 0n; i < 4n; i++) for (let j = 0n; j < 7n; j++) m.call('setPacked2', a, i, j, (i * 7n + j) % 8n);
    for (let i = 0n; i < 4n; i++)
      for (let j = 0n; j < 7n; j++) expect(m.call('packed2', a, i, j)).toBe((i * 7n + j) % 8n);
    expect(outcome(() => m.call('packed2', a, 0n, 7n))).toBe('SubscriptOutOfRange');
  });
  it('are viewed as other types if they are large enough', () => {
    const bytes = m.call('new1', 19n) as number;
    for (let n = 0; n < 19; n++) m.access.bytes[bytes + 8 + n] = n;
    expect(m.call('viewAt', bytes, 3n, 8n)).toBe(0x0a09080706050403n);
    expect(outcome(() => m.call('viewAt', bytes, 3n, 7n))).toBe('ViewSize');
    expect(m.call('viewWords', bytes)).toBe(2n);
  });
});

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

describe('default values and equality', () => {
  const types: TypeDef[] = [
    index(5n, 9n), // 0
    { kind: 'packed', bits: 4, base: own(0) }, // 1
    {
      kind: 'record',
      fields: [
        { name: 'a', type: own(0) },
        { name: 'b', type: T.LONGREAL, default: { kind: 'real', value: 1.5 } },
        { name: 'c', type: T.TEXT, default: { kind: 'text', text: 0 } },
        { name: 'd', type: own(1) },
        { name: 'e', type: own(1), default: { kind: 'int', value: 8n } },
        { name: 'f', type: T.BOOLEAN, default: { kind: 'int', value: 1n } },
        { name: 'g', type: T.CHAR },
      ],
    }, // 2
    index(1n, 3n), // 3
    { kind: 'array', index: own(3), element: own(2) }, // 4
    { kind: 'ref', target: own(4) }, // 5
    { kind: 'openarray', element: own(1) }, // 6
    { kind: 'openarray', element: own(6) }, // 7
    { kind: 'ref', target: own(7) }, // 8
    {
      kind: 'record',
      fields: [
        { name: 'x', type: T.CHAR },
        { name: 'y', type: T.INTEGER },
        { name: 'z', type: T.REAL },
      ],
    }, // 9: with padding
    { kind: 'array', index: own(3), element: own(9) }, // 10
  ];
  const read = (...prefix: Code): Code => [...prefix, ['int.const', 2n], ['element'], ['call', 0], ['return'], ['end']];
  const m = run({
    types,
    texts: ['default'],
    globals: [own(4), own(10), own(10), own(0)],
    procedures: [
      // a + 100 * ROUND(2 * b) + 10000 * d + 100000 * e + 1000000 * f + 10000000 * (c = NIL) + 100000000 * g
      {
        name: 'digest',
        params: [readonly(own(2))],
        result: T.INTEGER,
        code: [
          ['local.get', 0],
          ['field', own(2), 0],
          ['load'],
          ['local.get', 0],
          ['field', own(2), 1],
          ['load'],
          ['long.const', 2],
          ['long.mul'],
          ['long.round'],
          ['int.const', 100n],
          ['int.mul'],
          ['int.add'],
          ['local.get', 0],
          ['field.get', own(2), 3],
          ['int.const', 10000n],
          ['int.mul'],
          ['int.add'],
          ['local.get', 0],
          ['field.get', own(2), 4],
          ['int.const', 100000n],
          ['int.mul'],
          ['int.add'],
          ['local.get', 0],
          ['field', own(2), 5],
          ['load'],
          ['int.of_bool'],
          ['int.const', 1000000n],
          ['int.mul'],
          ['int.add'],
          ['local.get', 0],
          ['field', own(2), 2],
          ['load'],
          ['nil'],
          ['ref.eq'],
          ['int.of_bool'],
          ['int.const', 10000000n],
          ['int.mul'],
          ['int.add'],
          ['local.get', 0],
          ['field', own(2), 6],
          ['load'],
          ['int.const', 100000000n],
          ['int.mul'],
          ['int.add'],
          ['return'],
          ['end'],
        ],
      },
      { name: 'global', result: T.INTEGER, code: read(['global.addr', 0]) },
      { name: 'local', result: T.INTEGER, locals: [{ kind: 'memory', type: own(4) }], code: read(['local.addr', 0]) },
      { name: 'fresh', result: T.INTEGER, code: read(['new', own(5)], ['deref']) },
      {
        name: 'cleared',
        result: T.INTEGER,
        code: [
          ['global.addr', 0],
          ['int.const', 2n],
          ['element'],
          ['field', own(2), 0],
          ['int.const', 7n],
          ['store'],
          ['global.addr', 0],
          ['int.const', 2n],
          ['element'],
          ['field', own(2), 6],
          ['int.const', 7n],
          ['store'],
          ['global.addr', 0],
          ['clear'],
          ...read(['global.addr', 0]),
        ],
      },
      { name: 'scalar', result: T.INTEGER, locals: [{ type: own(0) }], code: [['local.get', 0], ['return'], ['end']] },
      { name: 'scalarGlobal', result: T.INTEGER, code: [['global.addr', 3], ['load'], ['return'], ['end']] },
      {
        name: 'openPacked',
        params: [int, int],
        result: T.INTEGER,
        code: [
          ['int.const', 3n],
          ['int.const', 5n],
          ['new.open', own(8)],
          ['deref'],
          ['local.get', 0],
          ['element'],
          ['local.get', 1],
          ['element.get'],
          ['return'],
          ['end'],
        ],
      },
      {
        name: 'equal',
        result: T.BOOLEAN,
        code: [['global.addr', 1], ['global.addr', 2], ['equal'], ['return'], ['end']],
      },
      { name: 'assign', code: [['global.addr', 1], ['global.addr', 2], ['copy'], ['end']] },
    ],
  });
  it('are those of fields and types, wherever the variable lives', () => {
    const expected = 5n + 300n + 50_000n + 800_000n + 1_000_000n;
    for (const name of ['global', 'local', 'fresh', 'cleared']) expect([name, m.call(name)]).toEqual([name, expected]);
    expect([m.call('scalar'), m.call('scalarGlobal')]).toEqual([5n, 5n]);
    for (let i = 0n; i < 3n; i++) for (let j = 0n; j < 5n; j++) expect(m.call('openPacked', i, j)).toBe(5n);
  });
  it('compare by value: padding does not count, zeros and NaN do as IEEE has it', () => {
    const [a, b] = [m.globals[1]!, m.globals[2]!];
    const { layouts, linked } = m;
    const place = (n: number): number => layouts.fieldPlace(linked.types[own(9)]!, n).offset;
    expect(m.call('equal')).toBe(1);
    m.access.bytes[a + place(0) + 1] = 1;
    expect(m.call('equal')).toBe(1);
    m.access.view.setFloat32(b + place(2), -0, true);
    expect(m.call('equal')).toBe(1);
    m.access.view.setFloat32(b + place(2), Number.NaN, true);
    expect(m.call('equal')).toBe(0);
    m.call('assign');
    expect(m.call('equal')).toBe(0);
    m.access.view.setFloat32(a + place(2), 3, true);
    m.access.view.setFloat32(b + place(2), 3, true);
    expect(m.call('equal')).toBe(1);
    m.access.view.setBigInt64(a + place(1), 1n, true);
    expect(m.call('equal')).toBe(0);
  });
});
