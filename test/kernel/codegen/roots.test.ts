/**
 * What a procedure keeps for the collector: random procedures give the same results when it runs at every allocation, every entry and every few turns as when it never runs.
 */
import { describe, expect, it } from 'vitest';
import { T, type TypeDef } from '../../../src/bytecode/types.ts';
import { generator, type Random } from '../../fuzz/random.ts';
import { type Code, Fault, own, type ProcedureSpec, run } from './harness.ts';

const record = own(0);
const list = own(1);
const types: TypeDef[] = [
  {
    kind: 'record',
    fields: [
      { name: 'head', type: T.INTEGER },
      { name: 'tail', type: list },
    ],
  },
  { kind: 'ref', target: record },
];
const value = (type: number) => ({ mode: 'value' as const, type });
const int = value(T.INTEGER);
const get = (local: number): Code => [['local.get', local]];
const set = (local: number): Code => [['local.set', local]];
const constant = (n: number): Code => [['int.const', BigInt(n)]];
const field = (n: number): Code => [['deref'], ['field', record, n]];
const isNil = (local: number): Code => [...get(local), ['nil'], ['ref.eq']];
const unlessNil = (local: number, ...code: Code): Code => [...isNil(local), ['if', 0], ['else'], ...code, ['end']];

const [CONS, GARBAGE, HEAD, SUM, DEEP] = [0, 1, 2, 3, 4];
const library: ProcedureSpec[] = [
  {
    name: 'cons',
    params: [int, value(list)],
    result: list,
    locals: [{}, {}, { type: list }],
    code: [
      ['new', list],
      ...set(2),
      ...get(2),
      ...field(0),
      ...get(0),
      ['store'],
      ...get(2),
      ...field(1),
      ...get(1),
      ['store'],
      ...get(2),
      ['return'],
      ['end'],
    ],
  },
  // takes the place of what has been collected
  {
    name: 'garbage',
    code: [...[1, 2].flatMap((): Code => [['new', list], ...field(0), ...constant(-999), ['store']]), ['end']],
  },
  {
    name: 'head',
    params: [value(list)],
    result: T.INTEGER,
    code: [...unlessNil(0, ...get(0), ...field(0), ['load'], ['return']), ...constant(0), ['return'], ['end']],
  },
  {
    name: 'sum',
    params: [value(list)],
    result: T.INTEGER,
    code: [
      ...unlessNil(
        0,
        ['call', GARBAGE],
        ...get(0),
        ['call', HEAD],
        ...get(0),
        ...field(1),
        ['load'],
        ['call', HEAD],
        ['int.add'],
        ['return'],
      ),
      ...constant(0),
      ['return'],
      ['end'],
    ],
  },
  {
    name: 'deep',
    params: [value(list), int],
    result: T.INTEGER,
    code: [
      ...get(1),
      ...constant(0),
      ['int.eq'],
      ['if', 0],
      ['call', GARBAGE],
      ...get(0),
      ['call', SUM],
      ['return'],
      ['end'],
      ...get(0),
      ...get(1),
      ...constant(1),
      ['int.sub'],
      ['call', DEEP],
      ['return'],
      ['end'],
    ],
  },
];

const LISTS = 4;
const TOTAL = LISTS;
const COUNTERS = TOTAL + 1;
const DEPTH = 3;

/** local := local + what the code pushes */
const add = (local: number, ...code: Code): Code => [...get(local), ...code, ['int.add'], ...set(local)];

/** A procedure with two lists as parameters and two more as locals; what it returns tells every element that it has seen. */
function write(random: Random): Code {
  let elements = 0;
  const local = (): number => random(LISTS);
  const see = (...code: Code): Code => add(TOTAL, ...code, ...constant(1 + random(1000)), ['int.mul']);
  const statement = (depth: number): Code => {
    const [x, y] = [local(), local()];
    const inner = (): Code => (depth === DEPTH ? [] : statements(depth + 1));
    switch (random(13)) {
      case 0:
      case 1:
        return [...constant(++elements), ...get(y), ['call', CONS], ...set(x)];
      case 2:
        return [...get(y), ...set(x)];
      case 3:
        return [['nil'], ...set(x)];
      case 4:
        return see(...get(x), ['call', HEAD]);
      case 5:
        return see(...get(x), ['call', SUM]);
      case 6:
        return see(...get(x), ...constant(random(4)), ['call', DEEP]);
      case 7:
        return [['call', GARBAGE]];
      // an address waits, and a reference whose local gets another value
      case 8:
        return unlessNil(x, ...get(x), ...field(1), ...constant(++elements), ...get(y), ['call', CONS], ['store']);
      case 9:
        return see(...get(x), ['nil'], ...set(x), ['call', GARBAGE], ['call', SUM]);
      case 10:
        return [...isNil(x), ['if', 0], ...inner(), ['else'], ...inner(), ['end']];
      case 11:
        return [['block', 0], ...inner(), ...isNil(x), ['br_if', 0], ...inner(), ['end']];
      default:
        return depth === DEPTH ? [] : loop(COUNTERS + depth, 1 + random(3), statements(depth + 1));
    }
  };
  const statements = (depth: number): Code => Array.from({ length: 1 + random(5) }, () => statement(depth)).flat();
  return [
    ...statements(0),
    ...statements(0),
    ...see(...get(local()), ['call', SUM]),
    ...get(TOTAL),
    ['return'],
    ['end'],
  ];
}

const loop = (counter: number, times: number, body: Code): Code => [
  ...constant(times),
  ...set(counter),
  ['block', 0],
  ['loop', 0],
  ...get(counter),
  ...constant(0),
  ['int.eq'],
  ['br_if', 1],
  ...get(counter),
  ...constant(1),
  ['int.sub'],
  ...set(counter),
  ...body,
  ['br', 0],
  ['end'],
  ['end'],
];

const PROCEDURES = 150;
const spec = () => {
  const random = generator(2026);
  const tested = Array.from(
    { length: PROCEDURES },
    (_, n): ProcedureSpec => ({
      name: `test${n}`,
      params: [value(list), value(list)],
      result: T.INTEGER,
      locals: [
        {},
        {},
        { type: list },
        { type: list },
        ...Array.from({ length: 2 + DEPTH }, () => ({ type: T.INTEGER })),
      ],
      code: write(random),
    }),
  );
  const callers = tested.map(
    (_, n): ProcedureSpec => ({
      name: `call${n}`,
      result: T.INTEGER,
      code: [
        ...constant(7001),
        ['nil'],
        ['call', CONS],
        ...constant(7002),
        ['nil'],
        ['call', CONS],
        ['call', library.length + n],
        ['return'],
        ['end'],
      ],
    }),
  );
  return { types, procedures: [...library, ...tested, ...callers] };
};

describe('references', () => {
  it('survive wherever they are needed later', () => {
    const calm = run(spec(), { fuel: 2 ** 30 });
    const stressed = run(spec(), { fuel: 2, stress: true });
    for (let n = 0; n < PROCEDURES; n++) expect(stressed.call(`call${n}`)).toBe(calm.call(`call${n}`));
    expect(calm.refuels).toBe(0);
    expect(stressed.refuels).toBeGreaterThan(5 * PROCEDURES);
  });
});

describe('at the head of a loop', () => {
  /** Locals 0 and 1: lists. Local 2 counts turns. The last turn's list is read in the next, and what was there before is read behind the loop. */
  const turn: Code = [...add(3, ...get(1), ...field(0), ['load']), ...get(1), ...field(1), ['load'], ...set(1)];
  const spec = (calls: Code): { types: TypeDef[]; procedures: ProcedureSpec[] } => ({
    types,
    procedures: [
      ...library,
      {
        name: 'test',
        params: [value(list), value(list)],
        result: T.INTEGER,
        locals: [{}, {}, { type: T.INTEGER }, { type: T.INTEGER }],
        code: [
          ...loop(2, TURNS, [...calls, ...turn]),
          ...get(0),
          ['call', HEAD],
          ...get(3),
          ['int.add'],
          ['return'],
          ['end'],
        ],
      },
      {
        name: 'start',
        result: T.INTEGER,
        locals: [{ type: list }, { type: T.INTEGER }],
        code: [
          ...loop(1, TURNS, [...constant(1), ...get(0), ['call', CONS], ...set(0)]),
          ...constant(1_000_000),
          ['nil'],
          ['call', CONS],
          ...get(0),
          ['call', library.length],
          ['return'],
          ['end'],
        ],
      },
    ],
  });
  const TURNS = 3000;
  for (const [calls, code] of [
    ['without calls', []],
    ['with calls', [['call', GARBAGE]]],
  ] as const) {
    it(`they are seen, in a loop ${calls}`, () => {
      const m = run(spec(code), {
        fuel: 1,
        onRefuel: (r) => {
          r.heap.collect();
          const { value } = r.imports.fuel;
          r.imports.fuel.value = 2 ** 30;
          for (let n = 0; n < 4; n++) r.procedure('garbage')();
          r.imports.fuel.value = value;
        },
      });
      expect(m.call('start')).toBe(1_000_000n + BigInt(TURNS));
      expect(m.refuels).toBeGreaterThan(3);
    });
  }
});

describe('a frame', () => {
  /** Bytes of the shadow stack that are taken when control is given away in the procedure's entry. */
  const taken = (name: string, procedures: ProcedureSpec[], ...args: (bigint | number)[]): number => {
    const seen: number[] = [];
    const m = run({ types, procedures }, { fuel: 0, onRefuel: (r) => seen.push(r.stackPointer()) });
    m.call(name, ...args);
    return seen[0]!;
  };
  const leaf: ProcedureSpec = { name: 'leaf', params: [int], code: [['loop', 0], ['end'], ['end']] };
  it('is not set up for calls of a few small procedures', () => {
    const small: ProcedureSpec = { name: 'small', params: [int], code: [...get(0), ['call', 0], ['end']] };
    expect(taken('small', [leaf, small], 1n)).toBe(0);
    const outer: ProcedureSpec = { name: 'outer', params: [int], code: [...get(0), ['call', 1], ['end']] };
    expect(taken('outer', [leaf, small, outer], 1n)).toBe(0);
  });
  it('is set up where references must stand in it, and only while control is away for parameters', () => {
    const later: ProcedureSpec = {
      name: 'later',
      params: [value(list)],
      code: [...constant(1), ['call', 0], ...get(0), ['drop'], ['end']],
    };
    expect(taken('later', [leaf, later], 0)).toBeGreaterThan(0);
    const before: ProcedureSpec = {
      name: 'before',
      params: [value(list)],
      code: [...get(0), ['drop'], ...constant(1), ['call', 0], ['end']],
    };
    expect(taken('before', [leaf, before], 0)).toBe(8);
    const never: ProcedureSpec = {
      name: 'never',
      params: [value(list)],
      code: [...constant(1), ['call', 0], ['end']],
    };
    expect(taken('never', [leaf, never], 0)).toBe(0);
  });
  it('is set up for what may be deep: recursion, events, methods and values, long chains of calls', () => {
    const countDown = (callee: number): Code => [
      ...get(0),
      ...constant(0),
      ['int.gt'],
      ['if', 0],
      ...get(0),
      ...constant(1),
      ['int.sub'],
      ['call', callee],
      ['end'],
      ['end'],
    ];
    const recursive: ProcedureSpec[] = [
      { name: 'a', params: [int], code: countDown(1) },
      { name: 'b', params: [int], code: countDown(2) },
      { name: 'c', params: [int], code: countDown(0) },
    ];
    for (const { name } of recursive) {
      expect(taken(name, recursive, 0n)).toBeGreaterThan(0);
      const m = run({ procedures: recursive });
      expect(() => m.call(name, 1_000_000n)).toThrow(new Fault('StackOverflow'));
    }
    const exported: ProcedureSpec = { ...leaf, exported: true };
    const raiser: ProcedureSpec = { name: 'raiser', params: [int], code: [...get(0), ['call', 0], ['end']] };
    expect(taken('raiser', [exported, raiser], 1n)).toBeGreaterThan(0);
    const chain = Array.from(
      { length: 20 },
      (_, n): ProcedureSpec => ({ name: `p${n}`, params: [int], code: countDown(Math.max(0, n - 1)) }),
    );
    chain[0] = leaf;
    expect(taken('p8', chain, 0n)).toBe(0);
    expect(taken('p19', chain, 0n)).toBeGreaterThan(0);
  });
});
