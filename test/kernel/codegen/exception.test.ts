import { describe, expect, it } from 'vitest';
import { T } from '../../../src/bytecode/types.ts';
import { Fault, FIRST_EXCEPTION, own, Raised, run, whileNotZero } from './harness.ts';

const value = (type: number) => ({ mode: 'value' as const, type });
const int = value(T.INTEGER);

describe('exceptions', () => {
  const exceptions = [
    { name: 'A', argument: T.INTEGER },
    { name: 'B' },
    { name: 'C', argument: own(0) },
    { name: 'D', argument: T.LONGREAL },
    { name: 'R', argument: T.REAL },
  ];
  const pair = {
    kind: 'record' as const,
    fields: [
      { name: 'x', type: T.INTEGER },
      { name: 'y', type: T.INTEGER },
    ],
  };
  const m = run({
    types: [pair],
    exceptions,
    procedures: [
      {
        name: 'raiser',
        params: [int],
        raises: [0, 1, 2, 3, 4],
        locals: [{}, { kind: 'memory', type: own(0) }],
        code: [
          ['block', 0],
          ['block', 0],
          ['block', 0],
          ['block', 0],
          ['block', 0],
          ['block', 0],
          ['local.get', 0],
          ['br_table', 0n, [0, 1, 2, 3, 4, 5]],
          ['end'],
          ['int.const', 42n],
          ['raise', 0],
          ['end'],
          ['raise', 1],
          ['end'],
          ['local.addr', 1],
          ['field', own(0), 1],
          ['int.const', 77n],
          ['store'],
          ['local.addr', 1],
          ['raise', 2],
          ['end'],
          ['long.const', 2.5],
          ['raise', 3],
          ['end'],
          ['real.const', 0.25],
          ['raise', 4],
          ['end'],
          ['end'],
        ],
      },
      {
        name: 'catcher',
        params: [int],
        result: T.INTEGER,
        locals: [{}, { type: T.INTEGER }],
        code: [
          ['try'],
          ['int.const', 5n],
          ['local.set', 1],
          ['local.get', 0],
          ['call', 0],
          ['int.const', 1n],
          ['return'],
          ['catch', 0],
          ['local.get', 1],
          ['int.add'],
          ['return'],
          ['catch', 2],
          ['field', own(0), 1],
          ['load'],
          ['return'],
          ['catch', 3],
          ['long.const', 4],
          ['long.mul'],
          ['long.round'],
          ['return'],
          ['catch', 4],
          ['real.const', 4],
          ['real.mul'],
          ['real.round'],
          ['return'],
          ['catch_all'],
          ['drop'],
          ['int.const', -1n],
          ['return'],
          ['end'],
          ['end'],
        ],
      },
      {
        name: 'finally',
        params: [int],
        raises: [0, 1, 2, 3, 4],
        locals: [{}, { kind: 'exception' }],
        code: [
          ['try'],
          ['local.get', 0],
          ['call', 0],
          ['catch_all'],
          ['local.set', 1],
          ['global.addr', 0],
          ['global.addr', 0],
          ['load'],
          ['int.const', 1n],
          ['int.add'],
          ['store'],
          ['local.get', 1],
          ['rethrow'],
          ['end'],
          ['end'],
        ],
      },
      {
        name: 'nested',
        params: [int],
        result: T.INTEGER,
        raises: [1, 2, 3, 4],
        code: [
          ['try'],
          ['try'],
          ['local.get', 0],
          ['call', 2],
          ['catch', 1],
          ['int.const', 9n],
          ['raise', 0],
          ['end'],
          ['int.const', 0n],
          ['return'],
          ['catch', 0],
          ['return'],
          ['end'],
          ['end'],
        ],
      },
      {
        name: 'admitted',
        params: [int],
        raises: [1],
        code: [['try'], ['local.get', 0], ['call', 0], ['catch_all'], ['admit'], ['end'], ['end']],
      },
      {
        name: 'often',
        params: [int],
        raises: [1, 2, 3, 4],
        result: T.INTEGER,
        code: [
          ...whileNotZero(['try'], ['int.const', 0n], ['call', 0], ['catch', 0], ['drop'], ['end']),
          ['local.get', 0],
          ['return'],
          ['end'],
        ],
      },
      {
        name: 'empty',
        result: T.INTEGER,
        code: [['try'], ['end'], ['int.const', 3n], ['return'], ['end']],
      },
      {
        name: 'faulting',
        params: [int],
        result: T.INTEGER,
        code: [
          ['try'],
          ['int.const', 8n],
          ['local.get', 0],
          ['int.div'],
          ['return'],
          ['catch_all'],
          ['drop'],
          ['int.const', -7n],
          ['return'],
          ['end'],
          ['end'],
        ],
      },
    ],
    globals: [T.INTEGER],
  });

  it('are caught by number, with their arguments', () => {
    expect([0n, 1n, 2n, 3n, 4n, 5n].map((n) => m.call('catcher', n))).toEqual([47n, -1n, 77n, 10n, 1n, 1n]);
    expect(m.stackPointer()).toBe(0);
  });
  it('go on after FINALLY', () => {
    expect(() => m.call('finally', 0n)).toThrow(new Raised(FIRST_EXCEPTION, 42n));
    expect(() => m.call('finally', 1n)).toThrow(new Raised(FIRST_EXCEPTION + 1, 0n));
    expect(m.access.view.getBigInt64(m.globals[0]!, true)).toBe(2n);
  });
  it('pass inner handlers that do not name them', () => {
    expect(m.call('nested', 0n)).toBe(42n);
    expect(m.call('nested', 1n)).toBe(9n);
    expect(m.call('nested', 5n)).toBe(0n);
    expect(() => m.call('nested', 3n)).toThrow(Raised);
  });
  it('are admitted by RAISES or turned into NotInRaisesList', () => {
    expect(() => m.call('admitted', 1n)).toThrow(new Raised(FIRST_EXCEPTION + 1, 0n));
    expect(() => m.call('admitted', 0n)).toThrow(new Fault('NotInRaisesList'));
    expect(m.call('admitted', 5n)).toBeUndefined();
  });
  it('leave the stack as it was, however often they are caught', () => {
    expect(m.call('often', 100_000n)).toBe(0n);
  });
  it('include checked run-time errors', () => {
    expect([m.call('faulting', 2n), m.call('faulting', 0n), m.call('empty')]).toEqual([4n, -7n, 3n]);
  });
});
