/** Small procedures in the place of their calls: same results, faults and places in reports as when they are called. */
import { describe, expect, it } from 'vitest';
import { T, type TypeDef, type TypeIndex } from '../../../../src/bytecode/types.ts';
import { parseStack } from '../../../../src/kernel/codegen/trace.ts';
import { type Code, Fault, own, type ProcedureSpec, Raised, type Running, run, whileNotZero } from '../harness.ts';

const int = { mode: 'value', type: T.INTEGER } as const;
const variable = (type: TypeIndex) => ({ mode: 'var', type }) as const;

/** The names on the stack of what a call raises, each with its line. */
function frames(m: Running, name: string, ...args: bigint[]): string[] {
  try {
    m.call(name, ...args);
  } catch (error) {
    const { stack = '' } = (error as Error).cause as { stack?: string };
    return parseStack(stack, [m.generated]).map(({ procedure, line }) => `${procedure}:${line}`);
  }
  throw new Error('nothing was raised');
}

/** How many functions are on the engine's stack when it raises. */
function functions(m: Running, name: string, ...args: bigint[]): number {
  try {
    m.call(name, ...args);
  } catch (error) {
    const { stack = '' } = (error as Error).cause as { stack?: string };
    return stack.match(/wasm-function/g)!.length;
  }
  throw new Error('nothing was raised');
}

const both = (
  procedures: readonly ProcedureSpec[],
  check: (m: Running, expanded: boolean) => void,
  types: readonly TypeDef[] = [],
) => {
  check(run({ types, procedures }), true);
  // Events are never expanded.
  check(run({ types, procedures: procedures.map((p) => ({ ...p, exported: true })) }), false);
};

describe('results', () => {
  const twice: Code = [['local.get', 0], ['int.const', 2n], ['int.mul'], ['return'], ['end']];

  it('of straight code', () => {
    both(
      [
        { name: 'twice', params: [int], result: T.INTEGER, code: twice },
        {
          name: 'test',
          params: [int],
          result: T.INTEGER,
          code: [['int.const', 1000n], ['local.get', 0], ['call', 0], ['call', 0], ['int.add'], ['return'], ['end']],
        },
      ],
      (m) => expect(m.call('test', 5n)).toBe(1020n),
    );
  });

  it('of several ways out, some from within blocks and with operands left', () => {
    both(
      [
        {
          name: 'sign',
          params: [int],
          result: T.INTEGER,
          code: [
            ['int.const', 7n],
            ['local.get', 0],
            ['int.const', 0n],
            ['int.lt'],
            ['if', 0],
            ['int.const', 99n],
            ['int.const', -1n],
            ['return'],
            ['end'],
            ['block', 0],
            ['local.get', 0],
            ['int.const', 0n],
            ['int.gt'],
            ['br_if', 0],
            ['int.const', 0n],
            ['return'],
            ['end'],
            ['int.const', 1n],
            ['return'],
            ['end'],
          ],
        },
        {
          name: 'test',
          params: [int],
          result: T.INTEGER,
          code: [
            ['int.const', 100n],
            ['local.get', 0],
            ['call', 0],
            ['int.add'],
            ['int.const', 10n],
            ['local.get', 0],
            ['int.neg'],
            ['call', 0],
            ['int.mul'],
            ['int.add'],
            ['return'],
            ['end'],
          ],
        },
      ],
      (m) => expect([-3n, 0n, 3n].map((n) => m.call('test', n))).toEqual([109n, 100n, 91n]),
    );
  });

  it('where parameters and locals are assigned: each activation has its own', () => {
    both(
      [
        // Returns 10 * p + 1, if its local begins as 1.
        {
          name: 'inner',
          params: [int],
          result: T.INTEGER,
          locals: [{}, { type: own(0) }],
          code: [
            ['local.get', 0],
            ['int.const', 10n],
            ['int.mul'],
            ['local.set', 0],
            ['local.get', 0],
            ['local.get', 1],
            ['int.add'],
            ['int.const', 5n],
            ['local.set', 1],
            ['return'],
            ['end'],
          ],
        },
        {
          name: 'test',
          params: [int],
          result: T.INTEGER,
          locals: [{}, {}],
          code: [
            ...whileNotZero(
              ['local.get', 1],
              ['int.const', 100n],
              ['int.mul'],
              ['local.get', 0],
              ['call', 0],
              ['int.add'],
              ['local.set', 1],
            ),
            ['local.get', 1],
            ['return'],
            ['end'],
          ],
        },
      ],
      (m) => expect(m.call('test', 3n)).toBe(312111n),
      [{ kind: 'subrange', base: T.INTEGER, lo: 1n, hi: 9n }],
    );
  });

  it('where an argument is a local that changes before the call', () => {
    both(
      [
        {
          name: 'minus',
          params: [int, int],
          result: T.INTEGER,
          code: [['local.get', 0], ['local.get', 1], ['int.sub'], ['return'], ['end']],
        },
        {
          name: 'test',
          params: [int],
          result: T.INTEGER,
          code: [
            ['local.get', 0],
            ['int.const', 3n],
            ['local.set', 0],
            ['local.get', 0],
            ['call', 0],
            ['return'],
            ['end'],
          ],
        },
      ],
      (m) => expect(m.call('test', 10n)).toBe(7n),
    );
  });

  it('where the result of an expansion is the argument of another of the same procedure', () => {
    const most: ProcedureSpec = {
      name: 'most',
      params: [int, int],
      result: T.INTEGER,
      code: [
        ['local.get', 0],
        ['local.get', 1],
        ['int.gt'],
        ['if', 0],
        ['local.get', 0],
        ['return'],
        ['end'],
        ['local.get', 1],
        ['return'],
        ['end'],
      ],
    };
    both(
      [
        most,
        {
          name: 'test',
          params: [int, int, int],
          result: T.INTEGER,
          code: [
            ['local.get', 0],
            ['local.get', 1],
            ['call', 0],
            ['local.get', 2],
            ['local.get', 0],
            ['call', 0],
            ['call', 0],
            ['return'],
            ['end'],
          ],
        },
      ],
      (m) => {
        for (const [a, b, c] of [
          [1n, 2n, 3n],
          [3n, 2n, 1n],
          [2n, 3n, 1n],
        ] as const)
          expect(m.call('test', a, b, c)).toBe(3n);
      },
    );
  });

  it('through VAR parameters, of own variables and of those handed on', () => {
    both(
      [
        {
          name: 'increment',
          params: [variable(T.INTEGER), int],
          code: [['local.get', 0], ['local.get', 0], ['load'], ['local.get', 1], ['int.add'], ['store'], ['end']],
        },
        {
          name: 'twice',
          params: [variable(T.INTEGER)],
          code: [
            ['local.get', 0],
            ['int.const', 1n],
            ['call', 0],
            ['local.get', 0],
            ['int.const', 10n],
            ['call', 0],
            ['end'],
          ],
        },
        {
          name: 'test',
          result: T.INTEGER,
          locals: [{ kind: 'memory', type: T.INTEGER }],
          code: [
            ['local.addr', 0],
            ['call', 1],
            ['local.addr', 0],
            ['int.const', 100n],
            ['call', 0],
            ['local.addr', 0],
            ['load'],
            ['return'],
            ['end'],
          ],
        },
      ],
      (m) => expect(m.call('test')).toBe(111n),
    );
  });

  it('of procedures that call each other', () => {
    const other = (name: string, callee: number, then: bigint): ProcedureSpec => ({
      name,
      params: [int],
      result: T.INTEGER,
      code: [
        ['local.get', 0],
        ['int.const', 0n],
        ['int.eq'],
        ['if', 0],
        ['int.const', then],
        ['return'],
        ['end'],
        ['local.get', 0],
        ['int.const', 1n],
        ['int.sub'],
        ['call', callee],
        ['return'],
        ['end'],
      ],
    });
    both([other('even', 1, 1n), other('odd', 0, 0n)], (m) => {
      expect([0n, 1n, 2n, 7n, 10n].map((n) => m.call('even', n))).toEqual([1n, 0n, 1n, 0n, 1n]);
    });
  });
});

describe('reports', () => {
  const procedures: ProcedureSpec[] = [
    {
      name: 'rest',
      params: [int],
      result: T.INTEGER,
      code: [['int.const', 21n], ['local.get', 0], ['check.range', 1n, 9n], ['int.sub'], ['return'], ['end']],
    },
    {
      name: 'middle',
      params: [int],
      result: T.INTEGER,
      code: [['local.get', 0], ['int.const', 1n], ['int.sub'], ['call', 0], ['return'], ['end']],
    },
    {
      name: 'outer',
      params: [int],
      result: T.INTEGER,
      code: [
        ['int.const', 1n],
        ['local.get', 0],
        ['call', 1],
        ['int.add'],
        ['drop'],
        ['local.get', 0],
        ['call', 0],
        ['return'],
        ['end'],
      ],
    },
  ];

  it('name the procedures and lines that they would if they were called', () => {
    both(procedures, (m, expanded) => {
      expect(m.call('outer', 5n)).toBe(16n);
      expect(() => m.call('outer', 1n)).toThrow(new Fault('ValueOutOfRange'));
      expect(frames(m, 'outer', 1n)).toEqual(['rest:3', 'middle:4', 'outer:3']);
      expect(frames(m, 'outer', 10n)).toEqual(['rest:3', 'outer:7']);
      expect(functions(m, 'outer', 1n)).toBe(expanded ? 1 : 3);
    });
  });

  it('of exceptions raised', () => {
    const origins: string[] = [];
    const m = run(
      {
        exceptions: [{ name: 'Stop', argument: T.INTEGER }],
        procedures: [
          {
            name: 'raises',
            params: [int],
            raises: [0],
            code: [['local.get', 0], ['raise', 0], ['end']],
          },
          {
            name: 'check',
            params: [int],
            raises: [0],
            code: [
              ['local.get', 0],
              ['int.const', 3n],
              ['int.gt'],
              ['if', 0],
              ['local.get', 0],
              ['raise', 0],
              ['end'],
              ['end'],
            ],
          },
          {
            name: 'test',
            params: [int],
            result: T.INTEGER,
            code: [
              ['try'],
              ['local.get', 0],
              ['call', 1],
              ['int.const', 1n],
              ['local.set', 0],
              ['catch', 0],
              ['local.set', 0],
              ['end'],
              ['local.get', 0],
              ['return'],
              ['end'],
            ],
          },
          { name: 'uncaught', raises: [0], code: [['int.const', 9n], ['call', 1], ['end']] },
        ],
      },
      { onRaise: (stack) => origins.push(stack) },
    );
    expect([m.call('test', 2n), m.call('test', 8n)]).toEqual([1n, 8n]);
    expect(() => m.call('uncaught')).toThrow(new Raised(100, 9n));
    expect(
      origins.map((stack) => parseStack(stack, [m.generated]).map(({ procedure, line }) => `${procedure}:${line}`)),
    ).toEqual([
      ['check:6', 'test:3'],
      ['check:6', 'uncaught:2'],
    ]);
  });
});

describe('limits', () => {
  const nops = (n: number): Code => Array.from({ length: n }, (): Code => [['int.const', 1n], ['drop']]).flat();
  const failing = (n: number): ProcedureSpec => ({
    name: 'callee',
    params: [int],
    code: [...nops(n), ['local.get', 0], ['check.range', 1n, 1n], ['drop'], ['end']],
  });
  const caller = (code: Code): ProcedureSpec => ({ name: 'test', params: [int], code });
  const depth = (n: number, code: Code) => functions(run({ procedures: [failing(n), caller(code)] }), 'test', 1n);
  const once: Code = [['int.const', 0n], ['call', 0], ['end']];
  const inLoop: Code = [...whileNotZero(['int.const', 0n], ['call', 0]), ['end']];

  it('tiny procedures are expanded anywhere, larger ones in loops, still larger ones not at all', () => {
    expect([depth(2, once), depth(2, inLoop)]).toEqual([1, 1]);
    expect([depth(18, once), depth(18, inLoop)]).toEqual([2, 1]);
    expect([depth(40, once), depth(40, inLoop)]).toEqual([2, 2]);
  });

  it('a procedure does not grow without bounds', () => {
    const calls = (n: number): Code =>
      Array.from(
        { length: n },
        (): Code => [
          ['int.const', 1n],
          ['call', 0],
        ],
      ).flat();
    expect(depth(5, [...calls(5), ...once])).toBe(1);
    expect(depth(5, [...calls(2000), ...once])).toBe(2);
  });

  it('nor does a file of many small ones', () => {
    const callers = Array.from(
      { length: 500 },
      (_, n): ProcedureSpec => ({ ...caller([['int.const', BigInt(n)], ['call', 0], ['end']]), name: `p${n}` }),
    );
    const m = run({ procedures: [failing(9), ...callers] });
    expect([functions(m, 'p0', 1n), functions(m, 'p499', 1n)]).toEqual([1, 2]);
  });

  it('a chain of procedures is expanded a few levels deep', () => {
    const chain = Array.from(
      { length: 10 },
      (_, n): ProcedureSpec => ({ name: `p${n}`, params: [int], code: [['local.get', 0], ['call', n + 1], ['end']] }),
    );
    const m = run({ procedures: [...chain, { ...failing(0), name: 'last' }] });
    const expected = [...chain.map((_, n) => `p${9 - n}:2`)];
    expect(frames(m, 'p0', 0n)).toEqual(['last:2', ...expected]);
    expect(functions(m, 'p0', 0n)).toBe(3);
  });
});

describe('collection', () => {
  const cell = own(1);
  const types: readonly TypeDef[] = [
    {
      kind: 'record',
      fields: [
        { name: 'next', type: own(1) },
        { name: 'number', type: T.INTEGER },
      ],
    },
    { kind: 'ref', target: own(0) },
  ];
  const ref = { mode: 'value', type: cell } as const;
  const next: Code = [['deref'], ['field', own(0), 0]];
  const number: Code = [['deref'], ['field', own(0), 1]];

  it('before every allocation: what expanded procedures hold and return stays', () => {
    const m = run(
      {
        types,
        procedures: [
          // A new cell before another one; allocates while its parameters are needed.
          {
            name: 'cons',
            params: [int, ref],
            result: cell,
            locals: [{}, {}, { type: cell }],
            code: [
              ['new', cell],
              ['local.set', 2],
              ['local.get', 2],
              ...next,
              ['local.get', 1],
              ['store'],
              ['local.get', 2],
              ...number,
              ['local.get', 0],
              ['store'],
              ['local.get', 2],
              ['return'],
              ['end'],
            ],
          },
          // The first one, or the second if that is NIL: nothing is collected in it.
          {
            name: 'either',
            params: [ref, ref],
            result: cell,
            code: [
              ['local.get', 0],
              ['nil'],
              ['ref.eq'],
              ['if', 0],
              ['local.get', 1],
              ['return'],
              ['end'],
              ['local.get', 0],
              ['return'],
              ['end'],
            ],
          },
          {
            name: 'tail',
            params: [ref],
            result: cell,
            code: [['local.get', 0], ...next, ['load'], ['return'], ['end']],
          },
          // The number of its first cell, counting by 10: cons(10 * number(rest) + i, rest)
          {
            name: 'test',
            params: [int],
            result: T.INTEGER,
            locals: [{}, { type: cell }],
            code: [
              ['int.const', 0n],
              ['nil'],
              ['call', 0],
              ['local.set', 1],
              ...whileNotZero(
                ['int.const', 0n],
                ['nil'],
                ['local.get', 1],
                ['call', 1],
                ['call', 0],
                ['call', 2],
                ...number,
                ['load'],
                ['int.const', 10n],
                ['int.mul'],
                ['local.get', 0],
                ['int.add'],
                ['nil'],
                ['local.get', 1],
                ['call', 1],
                // What was returned waits as an operand while others allocate, and nothing else keeps it.
                ['nil'],
                ['local.set', 1],
                ['int.const', 5n],
                ['nil'],
                ['call', 0],
                ['drop'],
                ['call', 0],
                ['local.set', 1],
              ),
              ['local.get', 1],
              ...number,
              ['load'],
              ['return'],
              ['end'],
            ],
          },
        ],
      },
      { stress: true },
    );
    expect(m.call('test', 9n)).toBe(987654321n);
  });

  it('a result that waits for an allocation is seen', () => {
    const m = run(
      {
        types,
        procedures: [
          {
            name: 'made',
            params: [int],
            result: cell,
            locals: [{}, { type: cell }],
            code: [
              ['new', cell],
              ['local.set', 1],
              ['local.get', 1],
              ...number,
              ['local.get', 0],
              ['store'],
              ['local.get', 0],
              ['int.const', 0n],
              ['int.lt'],
              ['if', 0],
              ['nil'],
              ['return'],
              ['end'],
              ['local.get', 1],
              ['return'],
              ['end'],
            ],
          },
          {
            name: 'test',
            result: T.INTEGER,
            code: [
              ['int.const', 7n],
              ['call', 0],
              ['int.const', 30n],
              ['call', 0],
              ['int.const', 500n],
              ['call', 0],
              ...number,
              ['load'],
              ['drop'],
              ...number,
              ['load'],
              ['drop'],
              ...number,
              ['load'],
              ['return'],
              ['end'],
            ],
          },
        ],
      },
      { stress: true },
    );
    expect(m.call('test')).toBe(7n);
  });
});

it('loops of expanded procedures are paid for, and give control away', () => {
  const fuel = 2000;
  const m = run(
    {
      procedures: [
        { name: 'count', params: [int], code: [...whileNotZero(), ['end']] },
        { name: 'test', params: [int], code: [...whileNotZero(['int.const', 10_000n], ['call', 0]), ['end']] },
      ],
    },
    { fuel },
  );
  m.call('test', 100n);
  expect(m.refuels).toBeGreaterThan((100 * 10_000) / fuel / 2);
});
