import { describe, expect, it } from 'vitest';
import { T, type TypeDef } from '../../../src/bytecode/types.ts';
import { Fault, type ModuleSpec, own, run } from './harness.ts';

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
