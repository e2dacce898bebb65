/** Short loops from a constant to what is one are written out: same results, faults and fuel as of loops. */
import { describe, expect, it } from 'vitest';
import { T, type TypeDef } from '../../../src/bytecode/types.ts';
import { parseStack } from '../../../src/kernel/codegen/trace.ts';
import { type Code, Fault, own, type ProcedureSpec, type Running, run } from './harness.ts';

const int = { mode: 'value' as const, type: T.INTEGER };
const plenty = 2 ** 30;

/** local2 := local2 * 3 + i */
const mix: Code = [['local.get', 2], ['int.const', 3n], ['int.mul'], ['local.get', 1], ['int.add'], ['local.set', 2]];
const mixed = (first: number, last: number): bigint => {
  let sum = 0n;
  for (let i = first; i <= Math.max(first, last); i++) sum = sum * 3n + BigInt(i);
  return sum;
};

/** FOR local1 := first TO last DO body END */
const loop = (first: bigint, last: Code[number], body: Code): Code => [
  ['block', 0],
  ['int.const', first],
  ['local.set', 1],
  ['loop', 0],
  ...body,
  ['local.get', 1],
  last,
  ['int.ge'],
  ['br_if', 1],
  ['local.get', 1],
  ['int.const', 1n],
  ['int.add'],
  ['local.set', 1],
  ['br', 0],
  ['end'],
  ['end'],
];
const result: Code = [['local.get', 2], ['return'], ['end']];
/** Fails in the turn of which local0 is the number. */
const fail: Code = [
  ['int.const', 1n],
  ['local.get', 1],
  ['local.get', 0],
  ['int.sub'],
  ['int.abs'],
  ['check.range', 1n, 1000n],
  ['drop'],
  ['drop'],
];
const procedure = (code: Code, name = 'p'): ProcedureSpec => ({
  name,
  params: [int],
  result: T.INTEGER,
  locals: [{}, {}, {}, {}],
  code,
});
const load = (code: Code, options: Parameters<typeof run>[1] = {}): Running =>
  run({ procedures: [procedure(code)] }, { fuel: plenty, ...options });

/** Offset in the code, and line, where the procedure fails. */
function failure(m: Running, argument: bigint): { offset: string; line: number } {
  try {
    m.call('p', argument);
  } catch (error) {
    const { stack = '' } = (error as Error).cause as { stack?: string };
    const line = parseStack(stack, [m.generated]).at(-1)!.line;
    return { offset: [...stack.matchAll(/0x[0-9a-f]+/g)].at(-1)![0], line };
  }
  throw new Error('it did not fail');
}
const isWrittenOut = (m: Running): boolean => failure(m, 1n).offset !== failure(m, 2n).offset;

describe('a short loop', () => {
  it('is written out where it counts from a constant to a constant', () => {
    const m = load([...loop(0n, ['int.const', 9n], fail), ...result]);
    expect(isWrittenOut(m)).toBe(true);
    expect(failure(m, 1n).line).toBe(failure(m, 9n).line);
    expect(m.call('p', 10n)).toBe(0n);
    expect(isWrittenOut(load([...loop(0n, ['int.const', 16n], fail), ...result]))).toBe(false);
    expect(
      isWrittenOut(load([...loop(0n, ['int.const', 9n], [...fail, ...Array(5).fill(mix).flat()]), ...result])),
    ).toBe(false);
  });
  it('gives the same', () => {
    for (const [first, last] of [
      [0, 9],
      [-3, 3],
      [5, 5],
      [7, 2],
      [1, 16],
    ] as const)
      expect(load([...loop(BigInt(first), ['int.const', BigInt(last)], mix), ...result]).call('p', 0n)).toBe(
        mixed(first, last),
      );
  });
  it('leaves its counter as a loop does', () => {
    const code: Code = [...loop(0n, ['int.const', 6n], mix), ['local.get', 1], ['return'], ['end']];
    expect(load(code).call('p', 0n)).toBe(6n);
  });
  it('can be left before its end', () => {
    const early = (...how: Code): Code => [['local.get', 1], ['local.get', 0], ['int.eq'], ...how, ...mix];
    const ways = [
      early(['br_if', 1]),
      early(['if', 0], ['br', 2], ['end']),
      early(['if', 0], ['local.get', 2], ['return'], ['end']),
    ];
    for (const body of ways) {
      const m = load([...loop(0n, ['int.const', 9n], body), ...result]);
      for (const n of [0, 4, 9]) expect(m.call('p', BigInt(n))).toBe(n === 0 ? 0n : mixed(0, n - 1));
      expect(m.call('p', 20n)).toBe(mixed(0, 9));
    }
  });
});

describe('its fuel', () => {
  const used = (m: Running, argument: bigint): number => {
    m.imports.fuel.value = plenty;
    m.call('p', argument);
    return plenty - m.imports.fuel.value;
  };
  const known = loop(0n, ['int.const', 7n], mix);
  const unknown = loop(0n, ['local.get', 0], mix);
  it('is what the loop would cost', () => {
    expect(used(load([...known, ...result]), 7n)).toBe(used(load([...unknown, ...result]), 7n));
    // Beside another loop, which has a batch.
    const other = loop(0n, ['local.get', 0], mix);
    expect(used(load([...known, ...other, ...result]), 7n)).toBe(used(load([...unknown, ...other, ...result]), 7n));
  });
  it('is paid in each turn of a loop around it', () => {
    const around = (inner: Code): Code => [
      ['block', 0],
      ['loop', 0],
      ...inner,
      ['local.get', 3],
      ['int.const', 1n],
      ['int.add'],
      ['local.set', 3],
      ['local.get', 3],
      ['int.const', 10_000n],
      ['int.ge'],
      ['br_if', 1],
      ['br', 0],
      ['end'],
      ['end'],
      ...result,
    ];
    const m = load(around(known));
    const [out, loops] = [used(m, 7n), used(load(around(unknown)), 7n)];
    expect(out).toBeGreaterThan(0.9 * loops);
    expect(out).toBeLessThan(1.1 * loops);
    const n = load(around(known), { fuel: 100 });
    n.call('p', 7n);
    expect(n.refuels).toBeGreaterThan(out / 1200);
  });
});

describe('a loop through an array whose length is known by what it is a part or a view of', () => {
  const subrange = (hi: bigint): TypeDef => ({ kind: 'subrange', base: T.INTEGER, lo: 0n, hi });
  const [bytes, words, numbers, integers, reference] = [2, 5, 7, 8, 9].map(own) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const types: TypeDef[] = [
    subrange(255n), // 0
    { kind: 'packed', base: own(0), bits: 8 }, // 1
    { kind: 'openarray', element: own(1) }, // 2
    subrange(65535n), // 3
    { kind: 'packed', base: own(3), bits: 16 }, // 4
    { kind: 'openarray', element: own(4) }, // 5
    subrange(9n), // 6
    { kind: 'array', index: own(6), element: T.INTEGER }, // 7
    { kind: 'openarray', element: T.INTEGER }, // 8
    { kind: 'ref', target: bytes }, // 9
  ];
  /** local2 := the sum of what the loop finds. */
  const through = (element: Code): Code => [
    ['local.get', 0],
    ['array.length', 0],
    ['int.const', 1n],
    ['int.sub'],
    ['local.set', 3],
    ...loop(
      0n,
      ['local.get', 3],
      [['local.get', 2], ['local.get', 0], ['local.get', 1], ...element, ['int.add'], ['local.set', 2]],
    ),
    ...result,
  ];
  const sum = (name: string, array: number, element: Code): ProcedureSpec => ({
    name,
    params: [{ mode: 'readonly', type: array }],
    result: T.INTEGER,
    locals: [{}, {}, {}, {}],
    code: through(element),
  });
  it.each([true, false])('gives the same, watched: %s', (watched) => {
    const m = run(
      {
        types,
        globals: [numbers],
        procedures: [
          sum('sumOfIntegers', integers, [['element'], ['load']]),
          sum('sumOfWords', words, [['element.get']]),
          {
            name: 'fixed',
            result: T.INTEGER,
            code: [['global.addr', 0], ['open', integers], ['readonly'], ['call', 0], ['return'], ['end']],
          },
          {
            name: 'part',
            params: [{ mode: 'value', type: reference }, int],
            result: T.INTEGER,
            code: [
              ['local.get', 0],
              ['deref'],
              ['local.get', 1],
              ['int.const', 7n],
              ['subarray', bytes],
              ['readonly'],
              ['view.array', words],
              ['call', 1],
              ['return'],
              ['end'],
            ],
          },
          {
            name: 'make',
            result: reference,
            code: [['int.const', 20n], ['new.open', reference], ['return'], ['end']],
          },
        ],
      },
      { watched },
    );
    for (let n = 0; n < 10; n++) m.access.bytes[m.globals[0]! + 8 * n] = 1 << (n % 8);
    expect(m.call('fixed')).toBe(255n + 3n);
    const array = m.call('make') as number;
    for (let n = 0; n < 20; n++) m.access.bytes[array + 8 + n] = n;
    // Three words, and a byte that is none.
    for (const from of [0, 1, 13])
      expect(m.call('part', array, BigInt(from))).toBe(BigInt(3 * from + 6 + 256 * (3 * from + 9)));
    expect(() => m.call('part', array, 14n)).toThrow('SubscriptOutOfRange');
  });
});

describe('what no compiler makes', () => {
  const types: TypeDef[] = [
    { kind: 'subrange', base: T.INTEGER, lo: 0n, hi: 5n },
    { kind: 'array', index: own(0), element: T.INTEGER },
  ];

  it('a step that a check stops', () => {
    const m = run({
      types,
      globals: [own(1), own(1)],
      procedures: [
        {
          name: 'p',
          locals: [{ type: own(0) }],
          code: [
            ['block', 0],
            ['int.const', 0n],
            ['local.set', 0],
            ['loop', 0],
            ['global.addr', 0],
            ['local.get', 0],
            ['element'],
            ['int.const', 7n],
            ['store'],
            ['local.get', 0],
            ['int.const', 10n],
            ['int.ge'],
            ['br_if', 1],
            ['local.get', 0],
            ['int.const', 1n],
            ['int.add'],
            ['check.range', 0n, 5n],
            ['local.set', 0],
            ['br', 0],
            ['end'],
            ['end'],
            ['end'],
          ],
        },
      ],
    });
    expect(() => m.call('p')).toThrow(new Fault('ValueOutOfRange'));
    const stored = Array.from({ length: 8 }, (_, n) => m.heap.blocks.view.getBigInt64(m.globals[0]! + 8 * n, true));
    expect(stored).toEqual([7n, 7n, 7n, 7n, 7n, 7n, 0n, 0n]);
  });

  it('a branch to the head that makes no step', () => {
    const again: Code = [
      ['local.get', 2],
      ['int.const', 1n],
      ['int.add'],
      ['local.set', 2],
      ['local.get', 2],
      ['int.const', 3n],
      ['int.eq'],
      ['br_if', 0],
    ];
    expect(load([...loop(0n, ['int.const', 4n], again), ...result]).call('p', 0n)).toBe(6n);
  });
});
