import { describe, expect, it } from 'vitest';
import { T, type TypeDef } from '../../../src/bytecode/types.ts';
import { type Code, Fault, FIRST_EXCEPTION, type ModuleSpec, own, Raised, run } from './harness.ts';

const value = (type: number) => ({ mode: 'value' as const, type });
const byRef = (type: number) => ({ mode: 'var' as const, type });
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

describe('procedures as values', () => {
  const types: TypeDef[] = [
    procedure([T.INTEGER], T.INTEGER),
    {
      kind: 'record',
      fields: [
        { name: 'a', type: T.INTEGER },
        { name: 'b', type: T.LONGREAL },
      ],
    },
    procedure([], own(1)),
  ];
  const m = run({
    types,
    globals: [own(0)],
    procedures: [
      {
        name: 'twice',
        params: [int],
        result: T.INTEGER,
        exported: true,
        code: [['local.get', 0], ['int.const', 2n], ['int.mul'], ['return'], ['end']],
      },
      {
        name: 'apply',
        params: [value(own(0)), int],
        result: T.INTEGER,
        code: [['local.get', 1], ['local.get', 0], ['call.value', own(0)], ['return'], ['end']],
      },
      // outer(n): nested `add` adds n (memory local 1) and counts its calls in outer's local 2
      {
        name: 'outer',
        params: [int],
        result: T.INTEGER,
        locals: [
          {},
          { kind: 'memory', type: T.INTEGER, captured: true },
          { kind: 'memory', type: T.INTEGER, captured: true },
        ],
        code: [
          ['local.addr', 1],
          ['local.get', 0],
          ['store'],
          ['closure', 3],
          ['int.const', 5n],
          ['call', 1],
          ['closure', 3],
          ['int.const', 6n],
          ['call', 1],
          ['int.add'],
          ['int.const', 7n],
          ['call', 3],
          ['int.add'],
          ['int.const', 100n],
          ['local.addr', 2],
          ['load'],
          ['int.mul'],
          ['int.add'],
          ['return'],
          ['end'],
        ],
      },
      {
        name: 'add',
        parent: 2,
        params: [int],
        result: T.INTEGER,
        code: [
          ['up.addr', 1, 2],
          ['up.addr', 1, 2],
          ['load'],
          ['int.const', 1n],
          ['int.add'],
          ['store'],
          ['local.get', 0],
          ['call', 4],
          ['return'],
          ['end'],
        ],
      },
      {
        name: 'deeper',
        parent: 3,
        params: [int],
        result: T.INTEGER,
        code: [['local.get', 0], ['up.addr', 2, 1], ['load'], ['int.add'], ['return'], ['end']],
      },
      {
        name: 'escape',
        params: [value(own(0))],
        code: [['global.addr', 0], ['local.get', 0], ['proc.toplevel'], ['store'], ['end']],
      },
      {
        name: 'escapeNested',
        params: [int],
        locals: [{}, { kind: 'memory', type: T.INTEGER, captured: true }],
        code: [['closure', 7], ['call', 5], ['end']],
      },
      {
        name: 'inner',
        parent: 6,
        params: [int],
        result: T.INTEGER,
        code: [['up.addr', 1, 1], ['load'], ['return'], ['end']],
      },
      {
        name: 'same',
        params: [value(own(0)), value(own(0))],
        result: T.BOOLEAN,
        code: [['local.get', 0], ['local.get', 1], ['proc.eq'], ['return'], ['end']],
      },
      {
        name: 'sameNested',
        result: T.BOOLEAN,
        code: [['closure', 10], ['closure', 10], ['call', 8], ['return'], ['end']],
      },
      { name: 'leaf', parent: 9, params: [int], result: T.INTEGER, code: [['local.get', 0], ['return'], ['end']] },
      { name: 'twiceValue', result: own(0), code: [['proc.const', 0], ['return'], ['end']] },
      {
        name: 'pair',
        result: own(1),
        locals: [{ kind: 'memory', type: own(1) }],
        code: [
          ['local.addr', 0],
          ['field', own(1), 0],
          ['int.const', 12n],
          ['store'],
          ['local.addr', 0],
          ['field', own(1), 1],
          ['long.const', 0.5],
          ['store'],
          ['local.addr', 0],
          ['return'],
          ['end'],
        ],
      },
      {
        name: 'usePair',
        result: T.INTEGER,
        locals: [{ kind: 'memory', type: own(1) }],
        code: [
          ['local.addr', 0],
          ['call', 12],
          ['local.addr', 0],
          ['field', own(1), 0],
          ['load'],
          ['local.addr', 0],
          ['field', own(1), 1],
          ['load'],
          ['long.const', 4],
          ['long.mul'],
          ['long.round'],
          ['int.add'],
          ['return'],
          ['end'],
        ],
      },
      // aliases of variables further out: VAR parameter and an open array of the enclosing procedure
      { name: 'aliases', params: [byRef(T.INTEGER)], locals: [{ captured: true }], code: [['call', 15], ['end']] },
      {
        name: 'bump',
        parent: 14,
        code: [['up.get', 1, 0], ['up.get', 1, 0], ['load'], ['int.const', 1n], ['int.add'], ['store'], ['end']],
      },
      {
        name: 'bumpLocal',
        result: T.INTEGER,
        locals: [{ kind: 'memory', type: T.INTEGER }],
        code: [
          ['local.addr', 0],
          ['call', 14],
          ['local.addr', 0],
          ['call', 14],
          ['local.addr', 0],
          ['load'],
          ['return'],
          ['end'],
        ],
      },
    ],
  });
  it('are called through variables; NIL faults', () => {
    const twice = m.call('twiceValue') as number;
    expect(m.call('apply', twice, 21n)).toBe(42n);
    expect(outcome(() => m.call('apply', 0, 21n))).toBe('AttemptToDereferenceNIL');
    m.call('escape', twice);
    expect(m.access.view.getUint32(m.globals[0]!, true)).toBe(twice);
  });
  it('nested ones see the variables around them', () => {
    expect(m.call('outer', 10n)).toBe(15n + 16n + 17n + 300n);
    expect(m.call('bumpLocal')).toBe(2n);
    expect(m.stackPointer()).toBe(0);
  });
  it('nested ones do not escape', () => {
    expect(outcome(() => m.call('escapeNested', 1n))).toBe('ValueOutOfRange');
  });
  it('are compared by procedure and environment', () => {
    const twice = m.call('twiceValue') as number;
    expect([m.call('same', twice, twice), m.call('same', twice, 0), m.call('sameNested')]).toEqual([1, 0, 1]);
  });
  it('give back aggregates', () => {
    expect(m.call('usePair')).toBe(14n);
  });
});

describe('under a collection at every allocation, references survive', () => {
  const types: TypeDef[] = [
    {
      kind: 'record',
      fields: [
        { name: 'head', type: T.INTEGER },
        { name: 'tail', type: own(1) },
      ],
    }, // 0
    { kind: 'ref', target: own(0) }, // 1
    { kind: 'openarray', element: own(1) }, // 2
    { kind: 'ref', target: own(2) }, // 3
    { kind: 'openarray', element: T.INTEGER }, // 4
    { kind: 'ref', target: own(4) }, // 5
    { kind: 'subrange', base: T.INTEGER, lo: 0n, hi: 999n }, // 6
    { kind: 'array', index: own(6), element: T.INTEGER }, // 7
  ];
  const list = own(1);
  const record = own(0);
  /** cons(head, tail) */
  const cons = 0;
  const spec: ModuleSpec = {
    types,
    texts: ['x'],
    exceptions: [
      { name: 'Found', argument: record },
      { name: 'Cell', argument: list },
    ],
    globals: [list],
    procedures: [
      {
        name: 'cons',
        params: [int, value(list)],
        result: list,
        locals: [{}, {}, { type: list }],
        code: [
          ['new', list],
          ['local.set', 2],
          ['local.get', 2],
          ['deref'],
          ['field', record, 0],
          ['local.get', 0],
          ['store'],
          ['local.get', 2],
          ['deref'],
          ['field', record, 1],
          ['local.get', 1],
          ['store'],
          ['local.get', 2],
          ['return'],
          ['end'],
        ],
      },
      // operands only: cons(1, cons(2, cons(3, NIL))) with the cells made before their tails
      {
        name: 'operands',
        result: list,
        code: [
          ['new', list],
          ['dup'],
          ['deref'],
          ['field', record, 1],
          ['new', list],
          ['dup'],
          ['deref'],
          ['field', record, 1],
          ['int.const', 3n],
          ['nil'],
          ['call', cons],
          ['store'],
          ['dup'],
          ['deref'],
          ['field', record, 0],
          ['int.const', 2n],
          ['store'],
          ['store'],
          ['dup'],
          ['deref'],
          ['field', record, 0],
          ['int.const', 1n],
          ['store'],
          ['return'],
          ['end'],
        ],
      },
      // an operand from a local that is assigned while the operand waits
      {
        name: 'reassigned',
        result: list,
        locals: [{ type: list }],
        code: [
          ['int.const', 1n],
          ['nil'],
          ['call', cons],
          ['local.set', 0],
          ['local.get', 0],
          ['int.const', 2n],
          ['nil'],
          ['call', cons],
          ['local.set', 0],
          ['new', list],
          ['drop'],
          ['return'],
          ['end'],
        ],
      },
      // VAR of a field of an object that nothing else holds
      {
        name: 'setVar',
        params: [byRef(T.INTEGER), int],
        code: [['new', list], ['drop'], ['local.get', 0], ['local.get', 1], ['store'], ['end']],
      },
      {
        name: 'interior',
        result: T.INTEGER,
        locals: [{ kind: 'address', type: T.INTEGER }],
        code: [
          ['new', list],
          ['deref'],
          ['field', record, 0],
          ['local.set', 0],
          ['local.get', 0],
          ['int.const', 77n],
          ['call', 3],
          ['new', list],
          ['drop'],
          ['local.get', 0],
          ['load'],
          ['return'],
          ['end'],
        ],
      },
      // a loop that builds a list; references live in locals across its head
      {
        name: 'build',
        params: [int],
        result: list,
        locals: [{}, { type: list }],
        code: [
          ['block', 0],
          ['loop', 0],
          ['local.get', 0],
          ['int.const', 0n],
          ['int.eq'],
          ['br_if', 1],
          ['local.get', 0],
          ['local.get', 1],
          ['call', cons],
          ['local.set', 1],
          ['local.get', 0],
          ['int.const', 1n],
          ['int.sub'],
          ['local.set', 0],
          ['br', 0],
          ['end'],
          ['end'],
          ['local.get', 1],
          ['return'],
          ['end'],
        ],
      },
      // a leaf whose only safepoint is the loop head
      {
        name: 'last',
        params: [value(list)],
        result: T.INTEGER,
        locals: [{}, { type: T.INTEGER }],
        code: [
          ['block', 0],
          ['loop', 0],
          ['local.get', 0],
          ['nil'],
          ['ref.eq'],
          ['br_if', 1],
          ['local.get', 0],
          ['deref'],
          ['field', record, 0],
          ['load'],
          ['local.set', 1],
          ['local.get', 0],
          ['deref'],
          ['field', record, 1],
          ['load'],
          ['local.set', 0],
          ['br', 0],
          ['end'],
          ['end'],
          ['local.get', 1],
          ['return'],
          ['end'],
        ],
      },
      // overwrites what earlier frames have left on the stack
      {
        name: 'wipe',
        locals: [{ kind: 'memory', type: own(7) }],
        code: [['local.addr', 0], ['clear'], ['end']],
      },
      // exceptions carry boxes and references
      {
        name: 'raiseBox',
        raises: [0],
        locals: [{ kind: 'memory', type: record }],
        code: [
          ['local.addr', 0],
          ['field', record, 1],
          ['int.const', 5n],
          ['nil'],
          ['call', cons],
          ['store'],
          ['local.addr', 0],
          ['raise', 0],
          ['end'],
        ],
      },
      {
        name: 'catchBox',
        result: T.INTEGER,
        locals: [{ kind: 'readonly', type: record }],
        code: [
          ['try'],
          ['call', 8],
          ['int.const', 0n],
          ['return'],
          ['catch', 0],
          ['local.set', 0],
          ['new', list],
          ['drop'],
          ['local.get', 0],
          ['field', record, 1],
          ['load'],
          ['deref'],
          ['field', record, 0],
          ['load'],
          ['return'],
          ['end'],
          ['end'],
        ],
      },
      { name: 'raiseCell', raises: [1], code: [['int.const', 6n], ['nil'], ['call', cons], ['raise', 1], ['end']] },
      {
        name: 'holdExn',
        result: T.INTEGER,
        locals: [{ kind: 'exception' }],
        code: [
          ['try'],
          ['try'],
          ['call', 10],
          ['catch_all'],
          ['local.set', 0],
          ['new', list],
          ['drop'],
          ['new', list],
          ['drop'],
          ['local.get', 0],
          ['rethrow'],
          ['end'],
          ['int.const', 0n],
          ['return'],
          ['catch', 1],
          ['deref'],
          ['field', record, 0],
          ['load'],
          ['return'],
          ['end'],
          ['end'],
        ],
      },
      // VALUE open array of references: the copy in the frame keeps them
      {
        name: 'sumCopy',
        params: [value(own(2))],
        result: T.INTEGER,
        locals: [{}, {}, {}],
        code: [
          ['global.addr', 0],
          ['clear'],
          ['block', 0],
          ['loop', 0],
          ['local.get', 1],
          ['local.addr', 0],
          ['array.length', 0],
          ['int.ge'],
          ['br_if', 1],
          ['new', list],
          ['drop'],
          ['local.get', 2],
          ['local.addr', 0],
          ['local.get', 1],
          ['element'],
          ['load'],
          ['deref'],
          ['field', record, 0],
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
        name: 'array',
        result: T.INTEGER,
        locals: [{ type: own(3) }, { type: T.CARDINAL }],
        code: [
          ['int.const', 5n],
          ['new.open', own(3)],
          ['local.set', 0],
          ['loop', 0],
          ['local.get', 0],
          ['deref'],
          ['local.get', 1],
          ['element'],
          ['local.get', 1],
          ['nil'],
          ['call', cons],
          ['store'],
          ['local.get', 1],
          ['int.const', 1n],
          ['int.add'],
          ['check.range', 0n, 100n],
          ['local.set', 1],
          ['local.get', 1],
          ['int.const', 5n],
          ['int.lt'],
          ['br_if', 0],
          ['end'],
          ['local.get', 0],
          ['deref'],
          ['nil'],
          ['local.set', 0],
          ['call', 12],
          ['return'],
          ['end'],
        ],
      },
      {
        name: 'texts',
        params: [int],
        result: T.TEXT,
        locals: [{}, { type: T.TEXT }],
        code: [
          ['text.const', 0],
          ['local.set', 1],
          ['block', 0],
          ['loop', 0],
          ['local.get', 0],
          ['int.const', 0n],
          ['int.eq'],
          ['br_if', 1],
          ['local.get', 1],
          ['local.get', 1],
          ['text.const', 0],
          ['text.cat'],
          ['text.cat'],
          ['local.set', 1],
          ['local.get', 0],
          ['int.const', 1n],
          ['int.sub'],
          ['local.set', 0],
          ['br', 0],
          ['end'],
          ['end'],
          ['local.get', 1],
          ['return'],
          ['end'],
        ],
      },
      {
        name: 'exnOperand',
        result: T.INTEGER,
        code: [
          ['try'],
          ['try'],
          ['call', 10],
          ['catch_all'],
          ['new', list],
          ['drop'],
          ['int.const', 1n],
          ['nil'],
          ['call', cons],
          ['drop'],
          ['rethrow'],
          ['end'],
          ['int.const', 0n],
          ['return'],
          ['catch', 1],
          ['deref'],
          ['field', record, 0],
          ['load'],
          ['return'],
          ['end'],
          ['end'],
        ],
      },
      {
        name: 'faulting',
        params: [int],
        result: T.INTEGER,
        locals: [{}, { type: list }],
        code: [
          ['int.const', 9n],
          ['nil'],
          ['call', cons],
          ['local.set', 1],
          ['try'],
          ['int.const', 1n],
          ['local.get', 0],
          ['int.div'],
          ['drop'],
          ['catch_all'],
          ['drop'],
          ['end'],
          ['new', list],
          ['drop'],
          ['local.get', 1],
          ['deref'],
          ['field', record, 0],
          ['load'],
          ['return'],
          ['end'],
        ],
      },
    ],
  };
  // Fuel so short that loop heads give control away all the time, with a collection each time.
  const m = run(spec, {
    stress: true,
    fuel: 100,
    // What has been freed is used again at once, so that nothing dead looks alive.
    onRefuel: (r) => {
      const descriptor = r.layouts.descriptorOf(r.linked.types[list]!);
      for (let n = 0; n < 5000; n++) {
        const junk = r.heap.allocate(descriptor, r.linked.domain);
        r.access.view.setBigInt64(junk, -1n, true);
      }
    },
  });
  const read = (ref: number): bigint[] => {
    const found: bigint[] = [];
    for (let at = ref; at !== 0 && found.length < 10000; at = m.access.view.getUint32(at + 8, true))
      found.push(m.access.view.getBigInt64(at, true));
    return found;
  };

  it('in operands', () => {
    expect(read(m.call('operands') as number)).toEqual([1n, 2n, 3n]);
    expect(read(m.call('reassigned') as number)).toEqual([1n]);
  });
  it('as addresses into objects', () => {
    expect(m.call('interior')).toBe(77n);
  });
  it('in locals of loops', () => {
    expect(read(m.call('build', 50n) as number)).toEqual(Array.from({ length: 50 }, (_, n) => BigInt(n + 1)));
    const before = m.heap.collections;
    const numbers = m.call('build', 3000n) as number;
    m.call('wipe');
    expect(m.call('last', numbers)).toBe(3000n);
    expect(m.heap.collections).toBeGreaterThan(before + 3000);
  });
  it('in exceptions', () => {
    expect(m.call('catchBox')).toBe(5n);
    expect(m.call('holdExn')).toBe(6n);
    expect(m.call('exnOperand')).toBe(6n);
    expect([m.call('faulting', 1n), m.call('faulting', 0n)]).toEqual([9n, 9n]);
    let raised: unknown;
    try {
      m.call('raiseCell');
    } catch (error) {
      raised = error;
    }
    expect(raised).toBeInstanceOf(Raised);
    expect((raised as Raised).exception).toBe(FIRST_EXCEPTION + 1);
  });
  it('in copies of arrays and in texts', () => {
    expect(m.call('array')).toBe(10n);
    expect(m.access.readText(m.call('texts', 4n) as number)).toBe('x'.repeat(31));
  });
  it('and the stack is left as it was', () => {
    expect(m.stackPointer()).toBe(0);
    m.heap.collect();
    expect(m.heap.usage(m.linked.domain).objects).toBeLessThan(5);
  });
});
