import { describe, expect, it } from 'vitest';
import { T, type TypeDef } from '../../../src/bytecode/types.ts';
import { type Code, Fault, own, run } from './harness.ts';

const value = (type: number) => ({ mode: 'value' as const, type });
const readonly = (type: number) => ({ mode: 'readonly' as const, type });
const int = value(T.INTEGER);
const index = (lo: bigint, hi: bigint): TypeDef => ({ kind: 'subrange', base: T.INTEGER, lo, hi });

function _outcome(f: () => unknown): unknown {
  try {
    return f();
  } catch (error) {
    if (error instanceof Fault) return error.message;
    throw error;
  }
}

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
