import { describe, expect, it } from 'vitest';
import { T, type TypeDef } from '../../../src/bytecode/types.ts';
import { type Code, Fault, type ModuleSpec, own, run } from './harness.ts';

const value = (type: number) => ({ mode: 'value' as const, type });
const _byRef = (type: number) => ({ mode: 'var' as const, type });
const int = value(T.INTEGER);
const procedure = (params: number[], result?: number): TypeDef => ({
  kind: 'procedure',
  params: params.map(value),
  result,
  raises: [],
  ephemeral: false,
  functional: false,
});

function outcome(f: () => unknown): unknown {
  try {
    return f();
  } catch (error) {
    if (error instanceof Fault) return error.message;
    throw error;
  }
}

describe('objects', () => {
  const types: TypeDef[] = [
    procedure([T.INTEGER], T.INTEGER), // 0: signature of `scale`
    procedure([], undefined), // 1
    {
      kind: 'object',
      super: T.ROOT,
      fields: [{ name: 'x', type: T.INTEGER, default: { kind: 'int', value: 3n } }],
      methods: [
        { name: 'scale', signature: own(0), default: 0 },
        { name: 'none', signature: own(1) },
      ],
      overrides: [],
    }, // 2: Base
    {
      kind: 'object',
      super: own(2),
      fields: [
        { name: 'y', type: T.INTEGER, default: { kind: 'int', value: 50n } },
        { name: 'next', type: own(2) },
      ],
      methods: [],
      overrides: [{ name: 'scale', proc: 1 }],
    }, // 3: Derived
    {
      kind: 'object',
      super: T.ROOT,
      brand: { unitKind: 'module', unit: 'Test', text: 'other' },
      fields: [],
      methods: [],
      overrides: [],
    }, // 4
    { kind: 'ref', target: T.INTEGER }, // 5
    procedure([own(2), T.INTEGER], T.INTEGER), // 6
    procedure([own(3), T.INTEGER], T.INTEGER), // 7
  ];
  const spec: ModuleSpec = {
    types,
    texts: ['ab', 'cde'],
    procedures: [
      {
        name: 'baseScale',
        params: [value(own(2)), int],
        result: T.INTEGER,
        code: [
          ['local.get', 0],
          ['object.field', own(2), 0],
          ['load'],
          ['local.get', 1],
          ['int.mul'],
          ['return'],
          ['end'],
        ],
      },
      {
        name: 'derivedScale',
        params: [value(own(3)), int],
        result: T.INTEGER,
        code: [
          ['local.get', 0],
          ['local.get', 1],
          ['method.const', own(2), 0, own(6)],
          ['call.value', own(6)],
          ['local.get', 0],
          ['object.field', own(3), 0],
          ['load'],
          ['int.add'],
          ['return'],
          ['end'],
        ],
      },
      { name: 'newBase', result: own(2), code: [['new', own(2)], ['return'], ['end']] },
      { name: 'newDerived', result: own(3), code: [['new', own(3)], ['return'], ['end']] },
      { name: 'newOther', result: own(4), code: [['new', own(4)], ['return'], ['end']] },
      { name: 'newInt', result: own(5), code: [['new', own(5)], ['return'], ['end']] },
      {
        name: 'scale',
        params: [value(own(2)), int],
        result: T.INTEGER,
        code: [['local.get', 0], ['local.get', 1], ['call.method', own(2), 0], ['return'], ['end']],
      },
      { name: 'none', params: [value(own(2))], code: [['local.get', 0], ['call.method', own(2), 1], ['end']] },
      ...[T.REFANY, T.NULL, T.ROOT, T.TEXT, own(2), own(3), own(4), own(5)].flatMap((t, n) => [
        {
          name: `is${n}`,
          params: [value(T.REFANY)],
          result: T.BOOLEAN,
          code: [['local.get', 0], ['istype', t], ['return'], ['end']] as Code,
        },
        {
          name: `narrow${n}`,
          params: [value(T.REFANY)],
          result: t,
          code: [['local.get', 0], ['narrow', t], ['return'], ['end']] as Code,
        },
        { name: `code${n}`, result: T.INTEGER, code: [['typecode', t], ['return'], ['end']] as Code },
      ]),
      {
        name: 'codeOf',
        params: [value(T.REFANY)],
        result: T.INTEGER,
        code: [['local.get', 0], ['ref.typecode'], ['return'], ['end']],
      },
      {
        name: 'cat',
        params: [value(T.TEXT)],
        result: T.TEXT,
        code: [['local.get', 0], ['text.const', 0], ['text.const', 1], ['text.cat'], ['text.cat'], ['return'], ['end']],
      },
      {
        name: 'suite',
        params: [value(own(3)), int],
        result: T.INTEGER,
        code: [
          ['local.get', 0],
          ['local.get', 1],
          ['method.const', own(2), 0, own(7)],
          ['call.value', own(7)],
          ['return'],
          ['end'],
        ],
      },
      {
        name: 'setNext',
        params: [value(own(3)), value(own(2))],
        code: [['local.get', 0], ['object.field', own(3), 1], ['local.get', 1], ['store'], ['end']],
      },
    ],
  };
  const m = run(spec);
  const [base, derived, other, cell] = ['newBase', 'newDerived', 'newOther', 'newInt'].map(
    (n) => m.heap.hold(m.call(n) as number).ref,
  ) as [number, number, number, number];

  it('are made with the defaults of all their fields', () => {
    expect([m.call('scale', base, 7n), m.call('scale', derived, 7n)]).toEqual([21n, 71n]);
  });
  it('dispatch to overrides, and fault without a receiver or a method', () => {
    expect(m.call('suite', derived, 1n)).toBe(53n);
    expect(outcome(() => m.call('scale', 0, 1n))).toBe('AttemptToDereferenceNIL');
    expect(outcome(() => m.call('none', derived))).toBe('AttemptToDereferenceNIL');
    expect(outcome(() => m.call('setNext', 0, base))).toBe('AttemptToDereferenceNIL');
  });
  it('know their types', () => {
    const text = m.linked.texts[0]!;
    const member = [
      [0, [1, 1, 1, 1, 1, 1, 1, 1]],
      [base, [1, 0, 1, 0, 1, 0, 0, 0]],
      [derived, [1, 0, 1, 0, 1, 1, 0, 0]],
      [other, [1, 0, 1, 0, 0, 0, 1, 0]],
      [cell, [1, 0, 0, 0, 0, 0, 0, 1]],
      [text, [1, 0, 0, 1, 0, 0, 0, 0]],
    ] as const;
    for (const [ref, expected] of member) {
      expect(expected.map((_, n) => m.call(`is${n}`, ref))).toEqual(expected);
      expected.forEach((yes, n) => {
        expect([ref, n, outcome(() => m.call(`narrow${n}`, ref))]).toEqual([ref, n, yes ? ref : 'NARROWFailed']);
      });
    }
    expect([0, text, base, derived, other, cell].map((r) => m.call('codeOf', r))).toEqual(
      [1, 3, 4, 5, 6, 7].map((n) => m.call(`code${n}`)),
    );
  });
  it('texts are put together', () => {
    expect(m.access.readText(m.call('cat', m.linked.texts[1]!) as number)).toBe('cdeabcde');
    expect(outcome(() => m.call('cat', 0))).toBe('AttemptToDereferenceNIL');
  });
});

it('a check for NIL is left out only where the variable has not changed since the last', () => {
  const node = own(1);
  const m = run(
    {
      types: [
        {
          kind: 'record',
          fields: [
            { name: 'x', type: T.INTEGER },
            { name: 'next', type: own(1) },
          ],
        },
        { kind: 'ref', target: own(0) },
      ],
      procedures: [
        { name: 'new', result: node, code: [['new', node], ['return'], ['end']] },
        {
          name: 'follow',
          params: [value(node)],
          locals: [{}, {}],
          code: [
            ['local.get', 0],
            ['deref'],
            ['field', own(0), 0],
            ['load'],
            ['drop'],
            ['loop', 0],
            ['local.get', 1],
            ['local.get', 0],
            ['deref'],
            ['field', own(0), 0],
            ['load'],
            ['int.add'],
            ['local.set', 1],
            ['local.get', 0],
            ['deref'],
            ['field', own(0), 1],
            ['load'],
            ['local.set', 0],
            ['br', 0],
            ['end'],
            ['end'],
          ],
        },
        {
          name: 'arms',
          params: [value(node), value(T.BOOLEAN)],
          result: T.INTEGER,
          code: [
            ['local.get', 1],
            ['if', 0],
            ['local.get', 0],
            ['deref'],
            ['field', own(0), 0],
            ['load'],
            ['drop'],
            ['else'],
            ['nil'],
            ['local.set', 0],
            ['end'],
            ['local.get', 0],
            ['deref'],
            ['field', own(0), 0],
            ['load'],
            ['return'],
            ['end'],
          ],
        },
      ],
    },
    {
      onRefuel: () => {
        throw new Error('NIL was followed');
      },
    },
  );
  const cell = m.call('new') as number;
  expect(outcome(() => m.call('follow', cell))).toBe('AttemptToDereferenceNIL');
  expect(m.call('arms', cell, 1)).toBe(0n);
  expect(outcome(() => m.call('arms', cell, 0))).toBe('AttemptToDereferenceNIL');
});
