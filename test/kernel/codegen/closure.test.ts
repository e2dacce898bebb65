import { describe, expect, it } from 'vitest';
import { T, type TypeDef } from '../../../src/bytecode/types.ts';
import { Fault, own, run } from './harness.ts';

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
