/** Addresses that are computed before a loop, or move with its counters: same results, same faults, at the same time. */
import { describe, expect, it } from 'vitest';
import { T, type TypeDef, type TypeIndex } from '../../../../src/bytecode/types.ts';
import type { TypedInstruction } from '../../../../src/bytecode/verify/operands.ts';
import { verifyProcedure } from '../../../../src/bytecode/verify/verify.ts';
import { shapeFrame } from '../../../../src/kernel/codegen/frame.ts';
import type { Invariants } from '../../../../src/kernel/codegen/invariants/hoisted.ts';
import { plan } from '../../../../src/kernel/codegen/plan.ts';
import { startProgram } from '../../../../src/kernel/codegen/program.ts';
import { type Code, Fault, own, type ProcedureSpec, type Running, run } from '../harness.ts';

const value = (type: TypeIndex) => ({ mode: 'value' as const, type });
const variable = (type: TypeIndex) => ({ mode: 'var' as const, type });
const int = value(T.INTEGER);

const types: TypeDef[] = [
  { kind: 'subrange', base: T.INTEGER, lo: 0n, hi: 9n }, // 0
  { kind: 'array', index: own(0), element: T.INTEGER }, // 1
  { kind: 'array', index: own(0), element: own(1) }, // 2
  { kind: 'openarray', element: T.INTEGER }, // 3
  { kind: 'ref', target: own(3) }, // 4
  { kind: 'openarray', element: own(3) }, // 5
  { kind: 'ref', target: own(5) }, // 6
  { kind: 'subrange', base: T.INTEGER, lo: -3n, hi: 6n }, // 7
  {
    kind: 'record',
    fields: [
      { name: 'x', type: T.INTEGER },
      { name: 'y', type: T.INTEGER },
      { name: 'z', type: own(1) },
    ],
  }, // 8
  { kind: 'array', index: own(7), element: own(8) }, // 9
  { kind: 'ref', target: own(9) }, // 10
  { kind: 'object', super: T.ROOT, fields: [{ name: 'table', type: own(1) }], methods: [], overrides: [] }, // 11
];
const ROW = own(1);
const MATRIX = own(2);
const OPEN = own(3);
const VECTOR = own(4);
const TABLE = own(6);
const RECORDS = own(9);

const get = (local: number): Code => [['local.get', local]];
const set = (local: number): Code => [['local.set', local]];
const constant = (n: bigint): Code => [['int.const', n]];

/** The counter goes from `from` on by `by`, to `to` at most or at least. */
function loop(counter: number, from: Code, to: Code, body: Code, by = 1n): Code {
  return [
    ...from,
    ...set(counter),
    ['block', 0],
    ['loop', 0],
    ...get(counter),
    ...to,
    [by > 0n ? 'int.gt' : 'int.lt'],
    ['br_if', 1],
    ...body,
    ...get(counter),
    ...constant(by),
    ['int.add'],
    ...set(counter),
    ['br', 0],
    ['end'],
    ['end'],
  ];
}
/** local := local + what the code pushes */
const increase = (local: number, by: Code): Code => [...get(local), ...by, ['int.add'], ...set(local)];
const returned = (local: number): Code => [...get(local), ['return'], ['end']];

/** What is found in one of the procedures. */
function found(m: Running, name: string): Invariants {
  const procedure = m.linked.module.procedures.findIndex((p) => p.name === name);
  const p = startProgram(m.linked, m.layouts, 'again', false);
  const def = m.linked.module.procedures[procedure]!;
  const instructions: TypedInstruction[] = [];
  verifyProcedure(m.linked.module, procedure, (i) => instructions.push(i));
  return plan(p, procedure, shapeFrame(p, def, false), instructions).invariants;
}
const pointers = (i: Invariants) => [...i.preheaders.values()].flatMap((p) => p.pointers);
const moves = (i: Invariants) => [...i.moves.values()].flat().map(({ by }) => by);

function outcome(f: () => unknown): unknown {
  try {
    return f();
  } catch (error) {
    if (error instanceof Fault) return error.message;
    throw error;
  }
}

const only = (spec: Omit<ProcedureSpec, 'name'>, globals: TypeIndex[] = []): Running =>
  run({ types, globals, procedures: [{ name: 'test', ...spec }] });

/** Local 1 for a vector of `n` numbers from 0 on; local 2 counts. */
const vector = (n: bigint): Code => [
  ...constant(n),
  ['new.open', VECTOR],
  ...set(1),
  ...loop(2, constant(0n), constant(n - 1n), [...get(1), ['deref'], ...get(2), ['element'], ...get(2), ['store']]),
];

describe('pointers', () => {
  const at = (array: Code, ...indices: Code[]): Code => [
    ...array,
    ...indices.flatMap((i) => [...i, ['element'] as const]),
  ];

  it('go along rows and columns of a matrix', () => {
    const matrix: Code = [['global.addr', 0]];
    const m = only(
      {
        result: T.INTEGER,
        locals: [{ type: own(0) }, {}, {}],
        code: [
          ...loop(1, constant(0n), constant(9n), [
            ...loop(2, constant(0n), constant(9n), [
              ...at(matrix, get(1), get(2)),
              ...get(1),
              ...constant(10n),
              ['int.mul'],
              ...get(2),
              ['int.add'],
              ['store'],
            ]),
          ]),
          ...constant(4n),
          ...set(0),
          ...constant(0n),
          ...set(1),
          ...loop(2, constant(0n), constant(9n), [
            // A row, and a column
            ...increase(1, [...at(matrix, get(0), get(2)), ['load']]),
            ...increase(1, [...at(matrix, get(2), get(0)), ['load'], ...constant(100n), ['int.mul']]),
          ]),
          ...returned(1),
        ],
      },
      [MATRIX],
    );
    expect(m.call('test')).toBe(445n + 100n * 490n);
    expect(pointers(found(m, 'test'))).toHaveLength(3);
    expect(moves(found(m, 'test'))).toEqual([8, 8, 80]);
  });

  it('move by any constants, wherever the counter is assigned, and by multiples of them', () => {
    const m = only({
      params: [int],
      result: T.INTEGER,
      locals: [{}, { type: VECTOR }, {}, {}],
      code: [
        ...vector(100n),
        ...loop(
          2,
          constant(20n),
          constant(5n),
          [
            ...increase(3, [...get(1), ['deref'], ...get(2), ...constant(3n), ['int.mul'], ['element'], ['load']]),
            ...get(2),
            ...get(0),
            ['int.gt'],
            ['if', 0],
            ...increase(2, constant(-4n)),
            ['else'],
            ['int.const', 1n],
            ...get(2),
            ['int.add'],
            ['check.range', 0n, 99n],
            ...set(2),
            ['end'],
          ],
          -2n,
        ),
        ...returned(3),
      ],
    });
    expect(moves(found(m, 'test')).sort((a, b) => a - b)).toEqual([-96, -48, 8, 24]);
    for (const limit of [0n, 10n, 18n]) {
      let expected = 0n;
      for (let i = 20n; i >= 5n; i -= 2n) {
        expected += 3n * i;
        i += i > limit ? -4n : 1n;
      }
      expect(m.call('test', limit)).toBe(expected);
    }
  });

  it('are of their own loop, however deep and one after the other', () => {
    const inner = (sum: number): Code =>
      loop(3, constant(0n), constant(2n), increase(sum, [...get(1), ['deref'], ...get(3), ['element'], ['load']]));
    const m = only({
      result: T.INTEGER,
      locals: [{}, { type: VECTOR }, {}, {}, {}],
      code: [
        ...vector(10n),
        ...loop(2, constant(4n), constant(6n), [
          ...inner(0),
          ...increase(4, [...get(1), ['deref'], ...get(2), ['element'], ['load']]),
          ...inner(0),
          ...increase(4, [...get(1), ['deref'], ...get(2), ['element'], ['load']]),
        ]),
        ...get(0),
        ...constant(1000n),
        ['int.mul'],
        ...get(4),
        ['int.add'],
        ['return'],
        ['end'],
      ],
    });
    expect(m.call('test')).toBe(18_000n + 30n);
    const all = pointers(found(m, 'test')).slice(1);
    expect(new Set(all.map((p) => p.slot)).size).toBe(3);
  });

  it('lead to fields and inner arrays, in arrays that do not begin at 0', () => {
    const m = only({
      params: [value(own(7))],
      result: T.INTEGER,
      locals: [{}, { type: own(10) }, {}, {}],
      code: [
        ['new', own(10)],
        ...set(1),
        ...loop(2, constant(0n), constant(9n), [
          ...get(1),
          ['deref'],
          ...get(0),
          ['element'],
          ['field', own(8), 2],
          ...get(2),
          ['element'],
          ...get(2),
          ['store'],
          ...get(1),
          ['deref'],
          ...get(2),
          ...constant(3n),
          ['int.sub'],
          ['element'],
          ['field', own(8), 1],
          ...get(2),
          ...constant(7n),
          ['int.mul'],
          ['store'],
        ]),
        ...loop(2, constant(-3n), constant(6n), [
          ...increase(3, [...get(1), ['deref'], ...get(2), ['element'], ['field', own(8), 1], ['load']]),
          ...increase(3, [
            ...get(1),
            ['deref'],
            ...get(2),
            ['element'],
            ['field', own(8), 2],
            ...constant(5n),
            ['element'],
            ['load'],
          ]),
        ]),
        ...returned(3),
      ],
    });
    for (const row of [-3n, 0n, 6n]) expect(m.call('test', row)).toBe(7n * 45n + 5n);
    // The records of the last loop are reached by one pointer, with two offsets.
    expect([...found(m, 'test').preheaders.values()].map((p) => p.pointers.length)).toEqual([2, 1]);
  });

  it('take the rows of open arrays as they are', () => {
    const m = only({
      params: [int, int],
      result: T.INTEGER,
      locals: [{}, {}, { type: TABLE }, {}, {}, {}],
      code: [
        ...get(0),
        ['check.range', 0n, 100n],
        ...get(1),
        ['check.range', 0n, 100n],
        ['new.open', TABLE],
        ...set(2),
        ...loop(
          3,
          constant(0n),
          [...get(0), ...constant(1n), ['int.sub']],
          [
            ...loop(
              4,
              constant(0n),
              [...get(1), ...constant(1n), ['int.sub']],
              [
                ...at([...get(2), ['deref']], get(3), get(4)),
                ...get(3),
                ...constant(100n),
                ['int.mul'],
                ...get(4),
                ['int.add'],
                ['store'],
              ],
            ),
          ],
        ),
        ...constant(2n),
        ...set(3),
        ...loop(4, constant(0n), constant(4n), [
          ...increase(5, [...at([...get(2), ['deref']], get(3), get(4)), ['load']]),
          ...increase(5, [...at([...get(2), ['deref']], get(4), get(3)), ['load']]),
        ]),
        ...returned(5),
      ],
    });
    expect(m.call('test', 6n, 5n)).toBe(1010n + 1010n);
    expect(outcome(() => m.call('test', 4n, 5n))).toBe('SubscriptOutOfRange');
    expect(outcome(() => m.call('test', 6n, 4n))).toBe('SubscriptOutOfRange');
    // The first dimension of what is in the heap has no constant distance: only lengths are at hand there.
    expect(moves(found(m, 'test'))).toEqual([8, 8]);
  });

  it('go into formals, open ones by VALUE as well, and into variables of the frame and of objects', () => {
    const sum = (array: Code, last: bigint): Code =>
      loop(2, constant(0n), constant(last), increase(3, [...array, ...get(2), ['element'], ['load']]));
    const m = run({
      types,
      globals: [ROW],
      procedures: [
        {
          name: 'test',
          result: T.INTEGER,
          locals: [{ kind: 'memory', type: ROW }, { type: own(11) }, {}, {}],
          code: [
            ['new', own(11)],
            ...set(1),
            ...loop(2, constant(0n), constant(9n), [
              ...[[['global.addr', 0]], [['local.addr', 0]], [...get(1), ['object.field', own(11), 0]]].flatMap(
                (array, n) => [
                  ...(array as Code),
                  ...get(2),
                  ['element'] as const,
                  ...get(2),
                  ...constant(10n ** BigInt(n)),
                  ['int.mul'] as const,
                  ['store'] as const,
                ],
              ),
            ]),
            ...sum([['global.addr', 0]], 9n),
            ...sum([['local.addr', 0]], 9n),
            ...sum([...get(1), ['object.field', own(11), 0]], 9n),
            ...increase(3, [
              ['global.addr', 0],
              ['open', OPEN],
              ['call', 1],
            ]),
            ...increase(3, [
              ['local.addr', 0],
              ['open', OPEN],
              ['call', 2],
            ]),
            ...increase(3, [
              ['local.addr', 0],
              ['call', 3],
            ]),
            ...returned(3),
          ],
        },
        ...[variable(OPEN), value(OPEN), variable(ROW)].map((formal, n) => ({
          name: `sum${n}`,
          params: [formal],
          result: T.INTEGER,
          exported: true,
          locals: [{}, {}, {}, {}],
          code: [...sum([[formal.mode === 'var' ? 'local.get' : 'local.addr', 0]], 9n), ...returned(3)] as Code,
        })),
      ],
    });
    expect(m.call('test')).toBe(45n * 111n + 45n + 450n + 450n);
    for (const n of [0, 1, 2]) expect(pointers(found(m, `sum${n}`))).toHaveLength(1);
  });

  it('are right again when an index comes from far away', () => {
    const m = only({
      params: [int, int],
      result: T.INTEGER,
      locals: [{}, {}, { type: VECTOR }, {}],
      code: [
        ...constant(5n),
        ['new.open', VECTOR],
        ...set(2),
        ...get(2),
        ['deref'],
        ...constant(3n),
        ['element'],
        ...constant(77n),
        ['store'],
        ['block', 0],
        ['loop', 0],
        ...get(0),
        ...get(1),
        ['int.eq'],
        ['if', 0],
        ...get(2),
        ['deref'],
        ...get(0),
        ...get(1),
        ['int.sub'],
        ...constant(3n),
        ['int.add'],
        ['element'],
        ['load'],
        ...set(3),
        ['br', 2],
        ['end'],
        ...increase(0, constant(2n ** 60n + 1n)),
        ...get(2),
        ['deref'],
        ...get(0),
        ...get(0),
        ['int.sub'],
        ['element'],
        ['drop'],
        ['br', 0],
        ['end'],
        ['end'],
        ...returned(3),
      ],
    });
    const step = 2n ** 60n + 1n;
    for (const first of [0n, -1n, -(2n ** 63n)]) {
      expect(m.call('test', first, BigInt.asIntN(64, first + 19n * step))).toBe(77n);
    }
  });

  it('are few in one loop, but one will do for all global arrays', () => {
    const each = (array: (n: number) => Code): Code =>
      Array.from(
        { length: 12 },
        (_, n): Code => [
          ...array(n),
          ...get(12),
          ['element'],
          ...constant(BigInt(n)),
          ['store'],
          ...increase(13, [...array(n), ...get(12), ['element'], ['load']]),
        ],
      ).flat();
    const m = run({
      types,
      globals: Array.from({ length: 12 }, () => ROW),
      procedures: [
        {
          name: 'formals',
          params: Array.from({ length: 12 }, () => variable(ROW)),
          result: T.INTEGER,
          locals: Array.from({ length: 14 }, () => ({})),
          code: [...loop(12, constant(0n), constant(9n), each(get)), ...returned(13)],
        },
        {
          name: 'globals',
          result: T.INTEGER,
          locals: Array.from({ length: 14 }, () => ({})),
          code: [
            ...loop(
              12,
              constant(0n),
              constant(9n),
              each((n) => [['global.addr', n]]),
            ),
            ...Array.from({ length: 12 }, (_, n) => ['global.addr', n] as const),
            ['call', 0],
            ...get(13),
            ['int.add'],
            ['return'],
            ['end'],
          ],
        },
      ],
    });
    expect(m.call('globals')).toBe(1320n);
    expect(pointers(found(m, 'globals'))).toHaveLength(1);
    expect(pointers(found(m, 'formals'))).toHaveLength(8);
  });

  it('are few in all loops that are in one, which another may use again', () => {
    const body = (local: number): Code => [...get(local), ...get(10), ['element'], ['load'], ...set(11)];
    const begin: Code = [['loop', 0], ...Array.from({ length: 8 }, (_, n) => body(n)).flat()];
    const nest = (depth: number): Code => [
      ...Array.from({ length: depth }, () => begin).flat(),
      ...Array.from({ length: depth }, () => ['end'] as const),
    ];
    const m = run({
      types,
      procedures: [
        {
          name: 'test',
          params: Array.from({ length: 10 }, () => variable(ROW)),
          locals: Array.from({ length: 12 }, () => ({})),
          code: [...nest(2000), ...nest(2), ['end']],
        },
      ],
    });
    const all = [...found(m, 'test').preheaders.values()];
    expect(new Set(all.flatMap((p) => p.pointers.map(({ slot }) => slot))).size).toBe(100);
    expect(all.slice(-2).map((p) => p.pointers.length)).toEqual([8, 8]);
  });

  it('are not made for what the loop assigns otherwise, or does not do each time', () => {
    const body = (code: Code): Code => loop(2, constant(0n), constant(9n), code);
    const use: Code = [...get(1), ['deref'], ...get(2), ['element'], ['load'], ...set(3)];
    const search = (code: Code): Invariants =>
      found(
        only({
          params: [int],
          locals: [{}, { type: VECTOR }, {}, {}],
          code: [...code, ['end']],
        }),
        'test',
      );
    expect(pointers(search(body(use)))).toHaveLength(1);
    expect(pointers(search(body([...use, ...get(3), ...set(2)])))).toHaveLength(0);
    expect(search(body([...use, ...get(3), ...set(2)])).derefs.size).toBe(1);
    expect(search(body([...use, ...constant(4n), ['new.open', VECTOR], ...set(1)])).derefs.size).toBe(0);
    const sometimes = search(body([...get(0), ...get(2), ['int.eq'], ['if', 0], ...use, ['end']]));
    expect([pointers(sometimes), sometimes.derefs.size]).toEqual([[], 0]);
    const inner = loop(2, constant(0n), constant(9n), []);
    expect(pointers(search(body([...use, ...inner])))).toHaveLength(0);
  });
});

describe('faults', () => {
  /** The sum of the elements up to local 0 in global 0, also when the loop is left by a fault. */
  const m = run({
    types,
    globals: [T.INTEGER],
    procedures: [
      {
        name: 'make',
        params: [int],
        result: VECTOR,
        locals: [{}, { type: VECTOR }, {}],
        code: [...vector(5n), ...get(1), ['return'], ['end']],
      },
      {
        name: 'nothing',
        result: VECTOR,
        code: [['nil'], ['return'], ['end']],
      },
      ...['make', 'nothing'].map((maker, n) => ({
        name: maker === 'make' ? 'test' : 'nil',
        params: [int],
        locals: [{}, { type: VECTOR }, {}],
        code: [
          ...(n === 0 ? constant(0n) : []),
          ['call', n],
          ...set(1),
          ['global.addr', 0],
          ...constant(0n),
          ['store'],
          ...loop(2, constant(0n), get(0), [
            ['global.addr', 0],
            ['global.addr', 0],
            ['load'],
            ...constant(1n),
            ['int.add'],
            ['store'],
            ['global.addr', 0],
            ['global.addr', 0],
            ['load'],
            ...get(1),
            ['deref'],
            ...get(2),
            ['element'],
            ['load'],
            ...constant(100n),
            ['int.mul'],
            ['int.add'],
            ['store'],
          ]),
          ['end'],
        ] as Code,
      })),
    ],
  });
  const left = (): bigint => m.heap.blocks.view.getBigInt64(m.globals[0]!, true);

  it('come in their iteration', () => {
    expect(outcome(() => m.call('test', 4n))).toBeUndefined();
    expect(left()).toBe(1005n);
    expect(outcome(() => m.call('test', 9n))).toBe('SubscriptOutOfRange');
    expect(left()).toBe(1006n);
  });

  it('come from NIL after what comes before, and not from a loop that does not run', () => {
    expect(pointers(found(m, 'nil'))).toHaveLength(1);
    expect(outcome(() => m.call('nil', 4n))).toBe('AttemptToDereferenceNIL');
    expect(left()).toBe(1n);
    expect(outcome(() => m.call('nil', -1n))).toBeUndefined();
    expect(left()).toBe(0n);
  });
});

describe('collections', () => {
  it('in the loop leave alone what only a pointer is used of', () => {
    const m = run(
      {
        types,
        procedures: [
          {
            name: 'test',
            params: [int],
            result: T.INTEGER,
            locals: [{}, { type: VECTOR }, {}, {}, { type: VECTOR }],
            code: [
              ...vector(50n),
              ...loop(2, constant(0n), constant(49n), [
                ...constant(50n),
                ['new.open', VECTOR],
                ...set(4),
                ...get(4),
                ['deref'],
                ...get(2),
                ['element'],
                ...constant(-1n),
                ['store'],
                ...increase(3, [...get(1), ['deref'], ...get(2), ['element'], ['load']]),
              ]),
              ...returned(3),
            ],
          },
        ],
      },
      { stress: true },
    );
    expect(m.call('test', 0n)).toBe(1225n);
  });

  it('where fuel is used up, too', () => {
    let collected = 0;
    const m = run(
      {
        types,
        procedures: [
          {
            name: 'test',
            params: [int],
            result: T.INTEGER,
            locals: [{}, { type: VECTOR }, {}, {}],
            code: [
              ...vector(50n),
              ...loop(0, constant(0n), constant(999n), [
                ...loop(2, constant(0n), constant(49n), [
                  ...increase(3, [...get(1), ['deref'], ...get(2), ['element'], ['load']]),
                ]),
              ]),
              ...returned(3),
            ],
          },
        ],
      },
      {
        fuel: 1000,
        onRefuel: (r) => {
          r.heap.collect();
          collected++;
        },
      },
    );
    expect(m.call('test', 0n)).toBe(1_225_000n);
    expect(collected).toBeGreaterThan(20);
  });
});

/** A generator of numbers below a bound that always gives the same ones. */
function randomNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return (state >> 8) % below;
  };
}

describe('indices at random', () => {
  /** i and j count, k is fixed; local 3 takes what comes of it. */
  type Expression = { readonly code: Code; readonly of: (i: bigint, j: bigint, k: bigint) => bigint };
  const local = (n: number): Expression => ({ code: get(n), of: (...all) => all[n]! });

  function expression(random: (below: number) => number, depth: number): Expression {
    const kind = depth === 0 ? random(4) : random(9);
    if (kind < 3) return local(kind);
    if (kind === 3) {
      const n = BigInt(random(7) - 3);
      return { code: constant(n), of: () => n };
    }
    const x = expression(random, depth - 1);
    const y = expression(random, depth - 1);
    if (kind < 6) return { code: [...x.code, ...y.code, ['int.add']], of: (...v) => x.of(...v) + y.of(...v) };
    if (kind < 8) return { code: [...x.code, ...y.code, ['int.sub']], of: (...v) => x.of(...v) - y.of(...v) };
    return { code: [...x.code, ...y.code, ['int.mul']], of: (...v) => x.of(...v) * y.of(...v) };
  }

  /** i from -2 to 4 and j from 5 down to 0 by two: b[y0, y1].x := a[x0] + j. */
  it.each(Array.from({ length: 60 }, (_, n) => n))('give what they should, or fault where they should (%i)', (seed) => {
    const random = randomNumbers(seed + 1);
    const [x, y] = [expression(random, 2), expression(random, 2)];
    const m = run({
      types,
      globals: [RECORDS],
      procedures: [
        {
          name: 'test',
          params: [int, int, int],
          result: T.INTEGER,
          locals: [{}, {}, {}, {}, { type: VECTOR }],
          code: [
            ...constant(12n),
            ['new.open', VECTOR],
            ...set(4),
            ...loop(0, constant(-2n), constant(4n), [
              ...loop(
                1,
                constant(5n),
                constant(0n),
                [
                  ['global.addr', 0],
                  ...x.code,
                  ['element'],
                  ['field', own(8), 1],
                  ['global.addr', 0],
                  ...x.code,
                  ['element'],
                  ['field', own(8), 1],
                  ['load'],
                  ...get(1),
                  ['int.add'],
                  ['store'],
                  ...get(4),
                  ['deref'],
                  ...y.code,
                  ['element'],
                  ...get(0),
                  ['store'],
                  ...increase(3, [...get(4), ['deref'], ...y.code, ['element'], ['load']]),
                ],
                -2n,
              ),
            ]),
            ...returned(3),
          ],
        },
      ],
    });
    for (const k of [0n, 2n, 5n]) {
      m.heap.blocks.u8.fill(0, m.globals[0]!, m.globals[0]! + m.layouts.layoutOf(m.linked.types[RECORDS]!).size);
      const records = new Map<bigint, bigint>();
      const model = (): unknown => {
        let sum = 0n;
        for (let i = -2n; i <= 4n; i++)
          for (let j = 5n; j >= 0n; j -= 2n) {
            const [a, b] = [x.of(i, j, k), y.of(i, j, k)];
            if (a < -3n || a > 6n) return 'SubscriptOutOfRange';
            records.set(a, (records.get(a) ?? 0n) + j);
            if (b < 0n || b >= 12n) return 'SubscriptOutOfRange';
            sum += i;
          }
        return sum;
      };
      expect(outcome(() => m.call('test', 0n, 0n, k))).toBe(model());
      for (let n = -3n; n <= 6n; n++) {
        const address = m.globals[0]! + 96 * Number(n + 3n) + 8;
        expect([n, m.heap.blocks.view.getBigInt64(address, true)]).toEqual([n, records.get(n) ?? 0n]);
      }
    }
  });
});
