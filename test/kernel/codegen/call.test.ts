import { describe, expect, it } from 'vitest';
import { T, type TypeDef } from '../../../src/bytecode/types.ts';
import { wrapNatives } from '../../../src/kernel/codegen/natives.ts';
import { type Code, Fault, own, run } from './harness.ts';

const value = (type: number) => ({ mode: 'value' as const, type });
const readonly = (type: number) => ({ mode: 'readonly' as const, type });
const int = value(T.INTEGER);

function outcome(f: () => unknown): unknown {
  try {
    return f();
  } catch (error) {
    if (error instanceof Fault) return error.message;
    throw error;
  }
}

describe('aggregate results', () => {
  const pair = own(0);
  const object = own(2);
  const types: TypeDef[] = [
    {
      kind: 'record',
      fields: [
        { name: 'x', type: T.INTEGER },
        { name: 'y', type: T.INTEGER },
      ],
    }, // 0
    {
      kind: 'procedure',
      params: [int],
      result: pair,
      raises: [],
      ephemeral: false,
      functional: false,
    }, // 1
    {
      kind: 'object',
      super: T.ROOT,
      fields: [{ name: 'z', type: T.INTEGER }],
      methods: [{ name: 'make', signature: own(1), default: 0 }],
      overrides: [],
    }, // 2
    { kind: 'ref', target: pair }, // 3
  ];
  const fill = (x: Code, y: Code): Code => [
    ['local.addr', 2],
    ['field', pair, 0],
    ...x,
    ['store'],
    ['local.addr', 2],
    ['field', pair, 1],
    ...y,
    ['store'],
    ['local.addr', 2],
    ['return'],
    ['end'],
  ];
  const digest: Code = [
    ['local.addr', 1],
    ['field', pair, 0],
    ['load'],
    ['int.const', 1000n],
    ['int.mul'],
    ['local.addr', 1],
    ['field', pair, 1],
    ['load'],
    ['int.add'],
    ['return'],
    ['end'],
  ];
  const m = run(
    {
      types,
      procedures: [
        {
          name: 'make',
          params: [value(object), int],
          result: pair,
          locals: [{}, {}, { kind: 'memory', type: pair }],
          code: fill(
            [['local.get', 0], ['object.field', object, 0], ['load']],
            [['new', object], ['drop'], ['local.get', 1]],
          ),
        },
        {
          name: 'viaMethod',
          params: [int],
          result: T.INTEGER,
          locals: [{}, { kind: 'memory', type: pair }, { type: object }],
          code: [
            ['new', object],
            ['local.set', 2],
            ['local.get', 2],
            ['object.field', object, 0],
            ['int.const', 7n],
            ['store'],
            ['local.addr', 1],
            ['local.get', 2],
            ['local.get', 0],
            ['call.method', object, 0],
            ...digest,
          ],
        },
        {
          name: 'noReceiver',
          result: T.INTEGER,
          locals: [{}, { kind: 'memory', type: pair }],
          code: [
            ['local.addr', 1],
            ['nil'],
            ['narrow', object],
            ['int.const', 1n],
            ['call.method', object, 0],
            ...digest,
          ],
        },
        {
          // the result goes into an object that only the caller's operand leads to
          name: 'intoHeap',
          params: [int],
          result: T.INTEGER,
          locals: [{}, { kind: 'address', type: pair }],
          code: [
            ['new', own(3)],
            ['deref'],
            ['local.set', 1],
            ['local.get', 1],
            ['new', object],
            ['local.get', 0],
            ['call', 0],
            ['local.get', 1],
            ['field', pair, 1],
            ['load'],
            ['return'],
            ['end'],
          ],
        },
        {
          // a procedure value whose result is an aggregate; the value is a nested procedure
          name: 'nested',
          params: [int],
          result: T.INTEGER,
          locals: [
            { kind: 'memory', captured: true },
            { kind: 'memory', type: pair },
          ],
          code: [['local.addr', 1], ['int.const', 5n], ['closure', 5], ['call', 6], ...digest],
        },
        {
          name: 'inner',
          parent: 4,
          params: [int],
          result: pair,
          locals: [{}, {}, { kind: 'memory', type: pair }],
          code: fill([['up.addr', 1, 0], ['load']], [['local.get', 0]]),
        },
        {
          name: 'callIt',
          params: [int, value(own(1))],
          result: pair,
          locals: [{}, {}, { kind: 'memory', type: pair }],
          code: [
            ['local.addr', 2],
            ['local.get', 0],
            ['local.get', 1],
            ['call.value', own(1)],
            ['local.addr', 2],
            ['return'],
            ['end'],
          ],
        },
      ],
    },
    { stress: true },
  );
  it('come from methods, with the receiver after the place for the result', () => {
    expect(m.call('viaMethod', 9n)).toBe(7009n);
    expect(outcome(() => m.call('noReceiver'))).toBe('AttemptToDereferenceNIL');
  });
  it('go into the heap, whatever is collected meanwhile', () => {
    expect(m.call('intoHeap', 11n)).toBe(11n);
  });
  it('come from nested procedures that are called as values', () => {
    expect(m.call('nested', 3n)).toBe(3005n);
  });
});

it('nested procedures see open array parameters of the procedure around them', () => {
  const open = own(0);
  const read: Code = [['local.get', 0], ['element'], ['load']];
  const m = run({
    types: [
      { kind: 'openarray', element: T.INTEGER },
      { kind: 'subrange', base: T.INTEGER, lo: 0n, hi: 2n },
      { kind: 'array', index: own(1), element: T.INTEGER },
    ],
    globals: [own(2)],
    procedures: [
      {
        // (READONLY a, VALUE b): a[0] := 50 behind b's back; then a[1] + b[0] + LENGTH
        name: 'outer',
        params: [readonly(open), value(open)],
        result: T.INTEGER,
        locals: [{ captured: true }, { captured: true }],
        code: [
          ['global.addr', 0],
          ['int.const', 0n],
          ['element'],
          ['int.const', 50n],
          ['store'],
          ['int.const', 0n],
          ['call', 1],
          ['return'],
          ['end'],
        ],
      },
      {
        name: 'inner',
        parent: 0,
        params: [int],
        result: T.INTEGER,
        code: [
          ['up.get', 1, 0],
          ...read,
          ['up.addr', 1, 1],
          ...read,
          ['int.const', 100n],
          ['int.mul'],
          ['int.add'],
          ['up.addr', 1, 1],
          ['array.length', 0],
          ['int.const', 10000n],
          ['int.mul'],
          ['int.add'],
          ['return'],
          ['end'],
        ],
      },
      {
        name: 'start',
        result: T.INTEGER,
        code: [
          ['global.addr', 0],
          ['int.const', 0n],
          ['element'],
          ['int.const', 4n],
          ['store'],
          ['global.addr', 0],
          ['open', open],
          ['global.addr', 0],
          ['open', open],
          ['call', 0],
          ['return'],
          ['end'],
        ],
      },
    ],
  });
  expect(m.call('start')).toBe(50n + 400n + 30000n);
  expect(m.stackPointer()).toBe(0);
});

describe('natives', () => {
  it('have their reference arguments in the shadow stack while they run, and leave it as it was', () => {
    const m = run({ procedures: [{ name: 'unused', code: [['end']] }] });
    const seen: number[] = [];
    const [native, failing] = wrapNatives(
      [
        {
          name: 'N.look',
          signature: { params: ['i32', 'i64', 'i32'], results: ['i64'] },
          implementation: (a: number, b: bigint, c: number) => {
            const { view } = m.access;
            const top = m.imports.sp.value;
            for (let at = top - m.stackPointer(); at < top; at += 4) seen.push(view.getInt32(at, true));
            return b + BigInt(a + c);
          },
        },
        {
          name: 'N.fail',
          signature: { params: ['i32'], results: [] },
          implementation: () => m.imports.fault(6),
        },
      ],
      m.imports,
    ) as [(a: number, b: bigint, c: number) => bigint, (a: number) => void];
    expect(native(11, 5n, 22)).toBe(38n);
    expect(seen.slice(0, 2)).toEqual([11, 22]);
    expect(m.stackPointer()).toBe(0);
    expect(() => failing(1)).toThrow(WebAssembly.Exception);
  });
});

describe('operations on much memory', () => {
  const bytes = own(2);
  const types: TypeDef[] = [
    { kind: 'openarray', element: T.CHAR },
    { kind: 'record', fields: [] },
    { kind: 'ref', target: own(0) },
    { kind: 'openarray', element: own(1) },
    { kind: 'ref', target: own(3) },
    { kind: 'openarray', element: own(3) },
    { kind: 'ref', target: own(5) },
    { kind: 'subrange', base: T.INTEGER, lo: 0n, hi: 7n },
    { kind: 'packed', bits: 3, base: own(7) },
    { kind: 'openarray', element: own(8) },
    { kind: 'ref', target: own(9) },
  ];
  const compare: Code = [['local.get', 0], ['deref'], ['local.get', 1], ['deref'], ['equal'], ['return'], ['end']];
  const m = run(
    {
      types,
      procedures: [
        {
          name: 'new',
          params: [value(T.CARDINAL)],
          result: bytes,
          code: [['local.get', 0], ['check.range', 0n, 2n ** 31n - 1n], ['new.open', bytes], ['return'], ['end']],
        },
        {
          name: 'copy',
          params: [value(bytes), value(bytes)],
          code: [['local.get', 0], ['deref'], ['local.get', 1], ['deref'], ['copy'], ['end']],
        },
        { name: 'equal', params: [value(bytes), value(bytes)], result: T.BOOLEAN, code: compare },
        { name: 'clear', params: [value(bytes)], code: [['local.get', 0], ['deref'], ['clear'], ['end']] },
        {
          name: 'newNothing',
          result: own(6),
          code: [['int.const', 2n ** 31n - 1n], ['int.const', 0n], ['new.open', own(6)], ['return'], ['end']],
        },
        {
          name: 'newEmpty',
          result: own(4),
          code: [['int.const', 2n ** 31n - 1n], ['new.open', own(4)], ['return'], ['end']],
        },
        { name: 'equalNothing', params: [value(own(6)), value(own(6))], result: T.BOOLEAN, code: compare },
        { name: 'equalEmpty', params: [value(own(4)), value(own(4))], result: T.BOOLEAN, code: compare },
        { name: 'newPacked', result: own(10), code: [['int.const', 11n], ['new.open', own(10)], ['return'], ['end']] },
        { name: 'equalPacked', params: [value(own(10)), value(own(10))], result: T.BOOLEAN, code: compare },
        {
          name: 'tooMany',
          result: own(6),
          code: [['int.const', 2n ** 31n - 1n], ['int.const', 3n], ['new.open', own(6)], ['return'], ['end']],
        },
      ],
    },
    { fuel: 2 ** 30 },
  );
  const cost = (f: () => unknown): number => {
    m.imports.fuel.value = 2 ** 30;
    f();
    return 2 ** 30 - m.imports.fuel.value;
  };
  it('pay by size', () => {
    const a = m.heap.hold(m.call('new', 640_000n) as number).ref;
    const b = m.heap.hold(m.call('new', 640_000n) as number).ref;
    for (const f of [
      () => m.call('copy', a, b),
      () => m.call('equal', a, b),
      () => m.call('clear', a),
      () => m.call('new', 640_000n),
    ]) {
      expect(cost(f)).toBeGreaterThanOrEqual(10_000);
      expect(cost(f)).toBeLessThan(30_000);
    }
  });
  it('never make the account wrap around', () => {
    const a = m.call('new', 640_000n) as number;
    m.imports.fuel.value = -(2 ** 30) + 5;
    for (let n = 0; n < 5; n++) m.call('copy', a, a);
    expect(m.imports.fuel.value).toBe(-(2 ** 30));
  });
  it('do nothing quickly, however often', () => {
    const nothing = m.heap.hold(m.call('newNothing') as number).ref;
    const empty = m.heap.hold(m.call('newEmpty') as number).ref;
    const from = performance.now();
    expect(m.call('equalNothing', nothing, m.call('newNothing') as number)).toBe(1);
    expect(m.call('equalEmpty', empty, m.call('newEmpty') as number)).toBe(1);
    expect(performance.now() - from).toBeLessThan(20_000);
    expect(outcome(() => m.call('tooMany'))).toBe('ValueOutOfRange');
  });
  it('leave out the bits behind the last packed element', () => {
    const a = m.heap.hold(m.call('newPacked') as number).ref;
    const b = m.heap.hold(m.call('newPacked') as number).ref;
    const last = 8 + 4; // 33 bits take 4 bytes and one bit of the fifth
    m.access.bytes[a + last] = 0b10;
    expect(m.call('equalPacked', a, b)).toBe(1);
    m.access.bytes[a + last] = 0b01;
    expect(m.call('equalPacked', a, b)).toBe(0);
    m.access.bytes[b + last] = 0b01;
    m.access.bytes[b + 8] = 1;
    expect(m.call('equalPacked', a, b)).toBe(0);
  });
});
