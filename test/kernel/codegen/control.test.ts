import { describe, expect, it } from 'vitest';
import { OPCODES } from '../../../src/bytecode/opcodes.ts';
import { T } from '../../../src/bytecode/types.ts';
import { HANDLERS } from '../../../src/kernel/codegen/procedure.ts';
import { parseStack } from '../../../src/kernel/codegen/trace.ts';
import { type Code, Fault, own, run, whileNotZero } from './harness.ts';

const value = (type: number) => ({ mode: 'value' as const, type });
const int = value(T.INTEGER);

it('generates code for every opcode', () => {
  expect(OPCODES.filter((o) => !HANDLERS[o.code]).map((o) => o.name)).toEqual([]);
});

describe('control', () => {
  it('loops', () => {
    const m = run({
      procedures: [
        {
          name: 'sum',
          params: [int],
          result: T.INTEGER,
          locals: [{}, {}],
          code: [
            ...whileNotZero(['local.get', 1], ['local.get', 0], ['int.add'], ['local.set', 1]),
            ['local.get', 1],
            ['return'],
            ['end'],
          ],
        },
      ],
    });
    expect(m.call('sum', 100000n)).toBe(5000050000n);
  });

  it('recurses, and faults when the stack is used up', () => {
    const m = run({
      procedures: [
        {
          name: 'fib',
          params: [int],
          result: T.INTEGER,
          code: [
            ['local.get', 0],
            ['int.const', 2n],
            ['int.lt'],
            ['if', 0],
            ['local.get', 0],
            ['return'],
            ['end'],
            ['local.get', 0],
            ['int.const', 1n],
            ['int.sub'],
            ['call', 0],
            ['local.get', 0],
            ['int.const', 2n],
            ['int.sub'],
            ['call', 0],
            ['int.add'],
            ['return'],
            ['end'],
          ],
        },
        {
          name: 'forever',
          params: [int],
          result: T.INTEGER,
          code: [['local.get', 0], ['call', 1], ['int.const', 1n], ['int.add'], ['return'], ['end']],
        },
      ],
    });
    expect(m.call('fib', 20n)).toBe(6765n);
    expect(m.stackPointer()).toBe(0);
    expect(() => m.call('forever', 1n)).toThrow(new Fault('StackOverflow'));
    expect(m.call('fib', 10n)).toBe(55n);
  });

  it('recursion ends at the shadow stack, not at the engine, however many locals and operands it has', () => {
    const shapes = [
      [0, 0, 1],
      [16, 0, 1],
      [256, 0, 1],
      [0, 40, 1],
      [3, 3, 12],
      [0, 0, 50],
      [0, 20, 250],
    ] as const;
    const m = run(
      {
        procedures: shapes.map(([locals, operands, params], n) => ({
          name: `p${n}`,
          params: Array.from({ length: params }, () => int),
          result: T.INTEGER,
          locals: Array.from({ length: params + locals }, () => ({})),
          code: [
            ...Array.from(
              { length: locals },
              (_, k): Code => [
                ['local.get', 0],
                ['local.set', params + k],
              ],
            ).flat(),
            ...Array.from({ length: operands + params }, (): Code => [['local.get', 0]]).flat(),
            ['call', n],
            ...Array.from({ length: operands }, (): Code => [['int.add']]).flat(),
            ...Array.from({ length: locals }, (_, k): Code => [['local.get', params + k], ['int.add']]).flat(),
            ['return'],
            ['end'],
          ],
        })),
      },
      { stack: 256 * 1024 },
    );
    shapes.forEach(([, , params], n) => {
      const args = Array.from({ length: params }, () => 1n);
      for (let round = 0; round < 3; round++)
        expect(() => m.call(`p${n}`, ...args)).toThrow(new Fault('StackOverflow'));
    });
  });

  it('so it does where operands are of many words, as the addresses of open arrays are', () => {
    const dimensions = 16;
    const grid = own(dimensions - 1);
    const waiting = 50;
    const m = run(
      {
        types: Array.from({ length: dimensions }, (_, d) => ({
          kind: 'openarray',
          element: d === 0 ? T.INTEGER : own(d - 1),
        })),
        procedures: [
          {
            name: 'p',
            params: [{ mode: 'var', type: grid }, int],
            result: T.INTEGER,
            code: [
              ...Array.from({ length: waiting + 1 }, (): Code[number] => ['local.get', 0]),
              ['local.get', 1],
              ['call', 0],
              ['local.set', 1],
              ...Array.from({ length: waiting }, (): Code[number] => ['drop']),
              ['local.get', 1],
              ['return'],
              ['end'],
            ],
          },
        ],
      },
      { stack: 256 * 1024 },
    );
    const address = Array.from({ length: 1 + dimensions }, () => 0);
    expect(() => m.call('p', ...address, 1n)).toThrow(new Fault('StackOverflow'));
  });

  it('branches by tables, whatever the value', () => {
    const arm = (n: bigint): Code => [['end'], ['int.const', n], ['return']];
    const table = (low: bigint): Code => [
      ['block', 0],
      ['block', 0],
      ['block', 0],
      ['local.get', 0],
      ['br_table', low, [0, 1, 2]],
      ...arm(10n),
      ...arm(11n),
      ...arm(99n),
      ['end'],
    ];
    const lows = [0n, 5n, -3n, 2n ** 40n, -(2n ** 63n), 2n ** 63n - 2n];
    const m = run({
      procedures: lows.map((low, n) => ({ name: `t${n}`, params: [int], result: T.INTEGER, code: table(low) })),
    });
    lows.forEach((low, n) => {
      for (const v of [
        low,
        low + 1n,
        low + 2n,
        low - 1n,
        low + 2n ** 32n,
        low + 2n ** 32n + 1n,
        low - 2n ** 32n,
        0n,
        -1n,
      ]) {
        const x = BigInt.asIntN(64, v);
        expect([low, x, m.call(`t${n}`, x)]).toEqual([low, x, x === low ? 10n : x === low + 1n ? 11n : 99n]);
      }
    });
  });

  it('yields booleans from blocks and takes them over branches', () => {
    const m = run({
      procedures: [
        {
          name: 'both',
          params: [value(T.BOOLEAN), value(T.BOOLEAN)],
          result: T.BOOLEAN,
          code: [
            ['local.get', 0],
            ['if', 1],
            ['local.get', 1],
            ['else'],
            ['bool.const', 0],
            ['end'],
            ['return'],
            ['end'],
          ],
        },
        {
          name: 'out',
          params: [value(T.BOOLEAN)],
          result: T.BOOLEAN,
          code: [
            ['block', 1],
            ['local.get', 0],
            ['if', 0],
            ['bool.const', 1],
            ['br', 1],
            ['end'],
            ['bool.const', 0],
            ['end'],
            ['return'],
            ['end'],
          ],
        },
      ],
    });
    for (const a of [0, 1]) {
      for (const b of [0, 1]) expect(m.call('both', a, b)).toBe(a & b);
      expect(m.call('out', a)).toBe(a);
    }
  });

  it('leaves out what no path reaches', () => {
    const m = run({
      procedures: [
        {
          name: 'dead',
          result: T.INTEGER,
          code: [
            ['block', 0],
            ['int.const', 1n],
            ['return'],
            ['loop', 1],
            ['try'],
            ['br', 5 - 4],
            ['catch_all'],
            ['rethrow'],
            ['end'],
            ['end'],
            ['end'],
            ['end'],
          ],
        },
        {
          name: 'bothReturn',
          params: [value(T.BOOLEAN)],
          result: T.INTEGER,
          code: [
            ['local.get', 0],
            ['if', 0],
            ['int.const', 1n],
            ['return'],
            ['else'],
            ['int.const', 2n],
            ['return'],
            ['end'],
            ['end'],
          ],
        },
        {
          name: 'noBool',
          result: T.INTEGER,
          code: [['block', 1], ['int.const', 3n], ['return'], ['end'], ['end']],
        },
      ],
    });
    expect(m.call('dead')).toBe(1n);
    expect([m.call('bothReturn', 1), m.call('bothReturn', 0)]).toEqual([1n, 2n]);
    expect(m.call('noBool')).toBe(3n);
  });
});

it('stack traces lead back to lines', () => {
  const m = run({
    procedures: [
      {
        name: 'inner',
        params: [int],
        result: T.INTEGER,
        code: [['int.const', 1n], ['local.get', 0], ['int.div'], ['return'], ['end']],
      },
      {
        name: 'outer',
        params: [int],
        result: T.INTEGER,
        code: [['local.get', 0], ['call', 0], ['int.const', 1n], ['int.add'], ['return'], ['end']],
      },
      // calls inner(2), inner(1), inner(0)
      {
        name: 'looping',
        params: [int],
        code: [
          ['loop', 0],
          ['local.get', 0],
          ['call', 1],
          ['drop'],
          ['local.get', 0],
          ['int.const', 1n],
          ['int.sub'],
          ['local.set', 0],
          ['br', 0],
          ['end'],
          ['end'],
        ],
      },
    ],
  });
  let stack = '';
  try {
    m.call('looping', 2n);
  } catch (error) {
    stack = ((error as Error).cause as { stack?: string }).stack ?? '';
  }
  expect(parseStack(stack, [m.generated]).map(({ unit, procedure, line }) => [unit, procedure, line])).toEqual([
    ['Test', 'inner', 3],
    ['Test', 'outer', 2],
    ['Test', 'looping', 3],
  ]);
});
