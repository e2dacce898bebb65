import { describe, expect, it } from 'vitest';
import { OPCODES } from '../../../src/bytecode/opcodes.ts';
import { T } from '../../../src/bytecode/types.ts';
import { HANDLERS } from '../../../src/kernel/codegen/procedure.ts';
import { parseStack } from '../../../src/kernel/codegen/trace.ts';
import { type Code, Fault, FIRST_EXCEPTION, own, Raised, run } from './harness.ts';

const value = (type: number) => ({ mode: 'value' as const, type });
const int = value(T.INTEGER);

it('generates code for every opcode', () => {
  expect(OPCODES.filter((o) => !HANDLERS[o.code]).map((o) => o.name)).toEqual([]);
});

/** WHILE local0 # 0 DO body END */
const whileNotZero = (...body: Code): Code => [
  ['block', 0],
  ['loop', 0],
  ['local.get', 0],
  ['int.const', 0n],
  ['int.eq'],
  ['br_if', 1],
  ...body,
  ['local.get', 0],
  ['int.const', 1n],
  ['int.sub'],
  ['local.set', 0],
  ['br', 0],
  ['end'],
  ['end'],
];

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

describe('fuel', () => {
  const spin: Code = [['loop', 0], ['br', 0], ['end'], ['end']];
  const procedures = [
    { name: 'forever', ephemeral: true, code: spin },
    {
      name: 'stubborn',
      code: [['loop', 0], ['try'], ['call', 0], ['catch_all'], ['drop'], ['end'], ['br', 0], ['end'], ['end']] as Code,
    },
    {
      name: 'recursive',
      params: [int],
      code: [
        ['local.get', 0],
        ['int.const', 0n],
        ['int.gt'],
        ['if', 0],
        ['local.get', 0],
        ['int.const', 1n],
        ['int.sub'],
        ['call', 2],
        ['end'],
        ['end'],
      ] as Code,
    },
    { name: 'count', params: [int], code: [...whileNotZero(), ['end']] as Code },
  ];
  it('ends what never ends, and no handler of the program can stop that', () => {
    for (const name of ['forever', 'stubborn']) {
      const m = run(
        { procedures },
        {
          onRefuel: (r) => {
            if (r.refuels > 3) throw new WebAssembly.Exception(r.imports.kill, []);
          },
        },
      );
      let thrown: unknown;
      try {
        m.call(name);
      } catch (error) {
        thrown = error;
      }
      expect(thrown).toBeInstanceOf(WebAssembly.Exception);
      expect((thrown as WebAssembly.Exception).is(m.imports.kill)).toBe(true);
      expect(m.refuels).toBe(4);
    }
  });
  it('is used alike by equal runs, by recursion as by loops', () => {
    const used = [0, 1].map(() => {
      const m = run({ procedures }, { fuel: 2 ** 30 });
      m.call('recursive', 1000n);
      const afterRecursion = m.imports.fuel.value;
      m.call('count', 100_000n);
      return [2 ** 30 - afterRecursion, afterRecursion - m.imports.fuel.value];
    });
    expect(used[0]).toEqual(used[1]);
    expect(used[0]![0]).toBeGreaterThan(1000);
    expect(used[0]![1]).toBeGreaterThan(100_000);
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
    ],
  });
  let stack = '';
  try {
    m.call('outer', 0n);
  } catch (error) {
    stack = ((error as Error).cause as { stack?: string }).stack ?? '';
  }
  expect(parseStack(stack, [m.generated]).map(({ unit, procedure, line }) => [unit, procedure, line])).toEqual([
    ['Test', 'inner', 3],
    ['Test', 'outer', 2],
  ]);
});
