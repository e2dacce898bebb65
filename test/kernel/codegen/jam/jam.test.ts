/**
 * Turns of a loop that run side by side do what they would do one after the other: so each nest of loops is compared with one of as many instructions that is left as it is, since a
 * local goes from turn to turn in it, which changes nothing.
 */
import { describe, expect, it } from 'vitest';
import { MAX_INTEGER, MIN_INTEGER, T, type TypeDef } from '../../../../src/bytecode/types.ts';
import { type Code, Fault, own, type ProcedureSpec, type Running, type RunOptions, run } from '../harness.ts';

const types: TypeDef[] = [
  { kind: 'openarray', element: T.LONGREAL }, // 0
  { kind: 'subrange', base: T.INTEGER, lo: 0n, hi: 63n }, // 1
  { kind: 'array', index: own(1), element: T.LONGREAL }, // 2
  { kind: 'subrange', base: T.INTEGER, lo: 0n, hi: 20n }, // 3
  { kind: 'ref', target: own(0) }, // 4
  { kind: 'ref', target: own(2) }, // 5
  { kind: 'openarray', element: own(0) }, // 6
];
const ELEMENTS = 64;

/** Locals of the procedure with the nest. */
const [A, B, C, N, M, I, K, LIMIT, SUM, OTHER, LATE, PLACE] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
const LOCALS: ProcedureSpec['locals'] = [
  {},
  {},
  {},
  {},
  {},
  {},
  {},
  {},
  { type: T.LONGREAL },
  {},
  { type: T.LONGREAL },
  { kind: 'readonly', type: T.LONGREAL },
];

const get = (local: number): Code[number] => ['local.get', local];
const set = (local: number): Code[number] => ['local.set', local];
const constant = (n: bigint): Code[number] => ['int.const', n];
const add = (local: number, by: bigint, ...more: Code): Code => [
  get(local),
  constant(by),
  ['int.add'],
  ...more,
  set(local),
];
const elementOf = (array: number, ...index: Code): Code => [get(array), ...index, ['element']];

interface Nest {
  readonly name?: string;
  /** Of the outer loop and the inner one: how the test is made, and the step; and from where the outer one counts. */
  readonly outer?: Loop;
  readonly inner?: Loop;
  readonly from?: bigint;
  /** In the inner loop: what is added to the sum. */
  readonly term?: Code;
  readonly before?: Code;
  readonly body?: Code;
  readonly after?: Code;
  readonly limit?: Code;
  /** The inner loop: from LIMIT down to 0. */
  readonly down?: Loop;
}

type Loop = (counter: number, limit: number, body: Code) => Code;

const near = (counter: number, limit: number, by: bigint): Code => [
  get(limit),
  get(counter),
  ['int.sub'],
  constant(by),
  ['word.lt'],
];
const FOR: Loop = (counter, limit, body) => [
  ['loop', 0],
  ...body,
  get(counter),
  get(limit),
  ['int.ge'],
  ['br_if', 1],
  ...add(counter, 1n),
  ['br', 0],
  ['end'],
];
const forBy =
  (by: bigint, ...check: Code): Loop =>
  (counter, limit, body) => [
    ['loop', 0],
    ...body,
    ...near(counter, limit, by),
    ['br_if', 1],
    ...add(counter, by, ...check),
    ['br', 0],
    ['end'],
  ];
const whileLoop =
  (relation: string, by: bigint): Loop =>
  (counter, limit, body) => [
    ['loop', 0],
    get(counter),
    get(limit),
    [relation],
    ['bool.not'],
    ['br_if', 1],
    ...body,
    ...add(counter, by),
    ['br', 0],
    ['end'],
  ];
const forDown: Loop = (counter, _, body) => [
  ['loop', 0],
  ...body,
  get(counter),
  constant(0n),
  ['int.le'],
  ['br_if', 1],
  ...add(counter, -1n),
  ['br', 0],
  ['end'],
];
const forDownBy2: Loop = (counter, _, body) => [
  ['loop', 0],
  ...body,
  get(counter),
  constant(0n),
  ['int.sub'],
  constant(2n),
  ['word.lt'],
  ['br_if', 1],
  ...add(counter, -2n),
  ['br', 0],
  ['end'],
];
const whileDown =
  (relation: string): Loop =>
  (counter, _, body) => [
    ['loop', 0],
    get(counter),
    constant(0n),
    [relation],
    ['bool.not'],
    ['br_if', 1],
    ...body,
    get(counter),
    constant(1n),
    ['int.sub'],
    set(counter),
    ['br', 0],
    ['end'],
  ];
const [LT, LE] = [whileLoop('int.lt', 1n), whileLoop('int.le', 1n)];

const product: Code = [
  ...elementOf(A, get(I), get(K), ['int.add']),
  ['load'],
  ...elementOf(B, get(K)),
  ['load'],
  ['long.mul'],
];
const STORE: Code = [...elementOf(C, get(I)), get(SUM), ['store']];

/** `from` I to N: SUM := 0; from K = 0 to LIMIT = M: SUM := SUM + A[I + K] * B[K]; C[I] := SUM. `kept`: a local that is set to what this one is. */
function nest(
  {
    outer = FOR,
    inner = FOR,
    from,
    term = product,
    before = [],
    body = [],
    after = STORE,
    limit = [get(M)],
    down,
  }: Nest,
  kept: number,
): Code {
  const skipped = (loop: Loop, counter: number, last: number, code: Code, ...start: Code): Code => [
    ['block', 0],
    ...(loop === LT || loop === LE ? [] : ([...start, get(last), ['int.gt'], ['br_if', 0]] as Code)),
    ...start,
    set(counter),
    ...loop(counter, last, code),
    ['end'],
  ];
  const downward = (loop: Loop, code: Code): Code => [
    ['block', 0],
    get(LIMIT),
    constant(0n),
    ['int.lt'],
    ['br_if', 0],
    get(LIMIT),
    set(K),
    ...loop(K, LIMIT, code),
    ['end'],
  ];
  const turn: Code = [
    get(kept),
    set(OTHER),
    ['long.const', 0],
    set(SUM),
    ...before,
    ...limit,
    set(LIMIT),
    ...(down
      ? downward(down, [get(SUM), ...term, ['long.add'], set(SUM), ...body])
      : skipped(inner, K, LIMIT, [get(SUM), ...term, ['long.add'], set(SUM), ...body], constant(0n))),
    ...after,
  ];
  return skipped(outer, I, N, turn, from === undefined ? get(OTHER) : constant(from));
}

const procedure = (name: string, code: Code, array = 0): ProcedureSpec => ({
  name,
  params: [
    { mode: 'readonly', type: own(array) },
    { mode: 'readonly', type: own(array) },
    { mode: 'var', type: own(array) },
    { mode: 'value', type: T.INTEGER },
    { mode: 'value', type: T.INTEGER },
  ],
  result: T.INTEGER,
  locals: LOCALS,
  code: [
    ...code,
    get(I),
    constant(1000n),
    ['int.mul'],
    get(K),
    ['int.add'],
    get(SUM),
    get(LATE),
    ['long.add'],
    ['long.round'],
    ['int.add'],
    ['return'],
    ['end'],
  ],
});

/** Parts of one global array for A, B and C: from where, and how many elements. */
const part = (from: number): Code => [['global.addr', 0], get(from), get(from + 1), ['subarray', own(0)]];
const caller = (name: string, callee: number): ProcedureSpec => ({
  name,
  params: Array.from({ length: 8 }, () => ({ mode: 'value' as const, type: T.INTEGER })),
  result: T.INTEGER,
  code: [
    ...part(0),
    ['readonly'],
    ...part(2),
    ['readonly'],
    ...part(4),
    get(6),
    get(7),
    ['call', callee],
    ['return'],
    ['end'],
  ],
});

/** The same with numbers of 32 bits. */
function inReal(code: Code): Code {
  return code.map(([name, ...immediates]) => [name.replace('long.', 'real.'), ...immediates]);
}

function running(
  code: Nest,
  options: RunOptions & { readonly real?: boolean } = {},
): { jammed: Running; plain: Running } {
  const number = options.real ? T.REAL : T.LONGREAL;
  const make = (kept: number): Running => {
    const callee = procedure('nest', nest(code, kept));
    const locals = callee.locals!.map((l) => (l.type === T.LONGREAL ? { ...l, type: number } : l));
    return run(
      {
        types: types.map((t) => ('element' in t && t.element === T.LONGREAL ? { ...t, element: number } : t)),
        globals: [own(2)],
        procedures: [options.real ? { ...callee, locals, code: inReal(callee.code) } : callee, caller('run', 0)],
      },
      { fuel: 1_000_000_000, ...options },
    );
  };
  return { jammed: make(N), plain: make(OTHER) };
}

interface Outcome {
  readonly result: string;
  readonly memory: readonly number[];
  readonly fuel: number;
}

function outcome(r: Running, args: readonly bigint[], real = false): Outcome {
  const { view } = r.heap.blocks;
  const at = r.globals[0]!;
  for (let n = 0; n < ELEMENTS; n++) {
    if (real) view.setFloat32(at + 4 * n, 1 / (n + 3), true);
    else view.setFloat64(at + 8 * n, 1 / (n + 3), true);
  }
  const before = r.imports.fuel.value;
  let result: string;
  try {
    result = `${r.call('run', ...args)}`;
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    result = error.message;
  }
  const memory = Array.from({ length: (real ? 1 : 2) * ELEMENTS }, (_, n) => view.getInt32(at + 4 * n, true));
  return { result, memory, fuel: before - r.imports.fuel.value };
}

/** What is not jammed is about as long. */
const isJammed = ({ jammed, plain }: { jammed: Running; plain: Running }): boolean =>
  jammed.generated.bytes.length > plain.generated.bytes.length + 100;

const APART = [0n, 30n, 30n, 12n, 44n, 20n] as const;

const NESTS: readonly Nest[] = [
  { name: 'FOR' },
  { name: 'FOR from a constant', from: 1n },
  { name: 'FOR BY 2', outer: forBy(2n) },
  { name: 'FOR BY 3, checked', outer: forBy(3n, ['check.range', -1n, 19n]) },
  { name: 'WHILE <', outer: LT },
  { name: 'WHILE <=', outer: LE },
  { name: 'WHILE < BY 2', outer: whileLoop('int.lt', 2n) },
  { name: 'an inner FOR BY 2', inner: forBy(2n) },
  { name: 'an inner WHILE <', inner: LT },
  { name: 'an inner WHILE <=', inner: LE },
  { name: 'an inner FOR BY -1', down: forDown },
  { name: 'an inner FOR BY -2', down: forDownBy2 },
  { name: 'an inner WHILE >', down: whileDown('int.gt') },
  { name: 'an inner WHILE >=', down: whileDown('int.ge') },
  {
    name: 'quotients of integers',
    term: [
      ['long.const', 1],
      get(I),
      get(K),
      ['int.add'],
      ['long.of_int'],
      ['long.div'],
      ...elementOf(B, get(K)),
      ['load'],
      ['long.mul'],
    ],
  },
  {
    name: 'addresses of their own',
    body: [...elementOf(A, get(I)), ['readonly'], set(PLACE), get(SUM), get(PLACE), ['load'], ['long.mul'], set(SUM)],
  },
  { name: 'an inner loop to a constant', limit: [constant(7n)] },
  {
    name: 'a sum that goes from turn to turn',
    after: [...STORE, get(LATE), get(SUM), ['long.add'], set(LATE)],
  },
  {
    name: 'two stores, of which a load sees the first',
    after: [
      ...STORE,
      ...elementOf(C, constant(0n)),
      ...elementOf(C, constant(0n)),
      ['load'],
      get(SUM),
      ['long.add'],
      ['store'],
    ],
  },
  { name: 'the counter in the sum', term: [get(I), ['long.of_int'], ...product, ['long.mul']] },
  {
    name: 'products in subscripts',
    term: [...elementOf(A, get(I), get(M), ['int.mul'], get(K), ['int.add']), ['load']],
  },
  {
    name: 'all that goes in lanes',
    term: [
      ...product,
      ['long.const', 0.5],
      ['long.sub'],
      ['long.neg'],
      ['long.abs'],
      ['long.sqrt'],
      ...elementOf(B, get(K)),
      ['load'],
      ['long.div'],
    ],
  },
  {
    name: 'a number of its own in each turn',
    before: [...elementOf(A, get(I)), ['load'], set(LATE)],
    term: [get(SUM), get(LATE), ['long.mul'], ...elementOf(B, get(K)), ['load'], ['long.mul']],
  },
  {
    name: 'two sums',
    before: [['long.const', 1], set(LATE)],
    body: [get(LATE), ...product, ['long.sub'], set(LATE)],
    after: [...elementOf(C, get(I)), get(SUM), get(LATE), ['long.div'], ['store']],
  },
  {
    name: 'a number that the inner turn begins with',
    term: [...product, set(LATE), get(LATE), get(LATE), ['long.mul']],
  },
  {
    name: 'elements that lie farther apart',
    term: [...elementOf(A, get(I), constant(2n), ['int.mul'], get(K), ['int.add']), ['load']],
  },
  {
    name: 'elements the other way',
    term: [...elementOf(A, get(M), get(I), ['int.sub'], get(K), ['int.add']), ['load']],
  },
  { name: 'a start of its own', before: [...elementOf(B, get(I)), ['load'], set(SUM)] },
];

describe('turns run side by side', () => {
  it.each(NESTS)('$name', (shape) => {
    const both = running(shape, { watched: true });
    expect(isJammed(both)).toBe(true);
    for (let n = -2n; n <= 21n; n++)
      for (const m of [-1n, 0n, 1n, 3n, 11n, 12n]) {
        const args = [...APART, n, m];
        expect(outcome(both.jammed, args), `${n} ${m}`).toEqual(outcome(both.plain, args));
      }
  });
});

describe('turns run one after the other', () => {
  it.each<[string, Nest]>([
    ['where the inner loop stores', { body: [...elementOf(C, get(K)), get(SUM), ['store']] }],
    ['where something is stored before it', { before: [...elementOf(C, get(I)), get(SUM), ['store']] }],
    ['where the sum goes on', { before: [get(LATE), set(SUM)], after: [...STORE, get(SUM), set(LATE)] }],
    ['where inner loops are not of the same length', { limit: [get(I)] }],
    ['where the inner loop compares references', { body: [['nil'], ['nil'], ['ref.eq'], ['drop']] }],
    ['where the inner loop does one of two things', { body: [['bool.const', 1], ['if', 0], ['end']] }],
    ['where an error may come from a value', { body: [get(SUM), ['long.round'], ['drop']] }],
    ['where a divisor may be zero', { body: [get(K), get(M), ['int.div'], ['drop']] }],
    ['where the inner loop goes on with the counter of the outer one', { body: add(I, 0n) }],
    ['where the array that is written is read', { term: [...elementOf(C, get(K)), ['load']] }],
    ['where the inner loop makes few turns', { limit: [constant(2n)] }],
    [
      'where turns wait for a division that cannot be made for several',
      { term: [...product, ...elementOf(A, get(I), constant(3n), ['int.mul']), ['load'], ['long.div']] },
    ],
    ['where a subscript is a square', { term: [...elementOf(A, get(K), get(K), ['int.mul']), ['load']] }],
    ['where the outer loop counts down', { outer: forBy(-1n) }],
    [
      'where a subscript comes from an array',
      { term: [...elementOf(A, ...elementOf(B, get(K)), ['load'], ['drop'], get(OTHER)), ['load']] },
    ],
  ])('%s', (_, shape) => {
    expect(isJammed(running({ ...shape, term: shape.term ?? product }))).toBe(false);
  });

  it.each([
    ['where what is written is read', [0n, 30n, 30n, 12n, 20n, 20n]],
    ['where the first one is cut short', [0n, 20n, 30n, 12n, 44n, 20n]],
    ['where the second one is cut short', [0n, 30n, 30n, 5n, 44n, 20n]],
    ['where the third one is cut short', [0n, 30n, 30n, 12n, 44n, 9n]],
    ['where all are one', [0n, 64n, 0n, 64n, 0n, 64n]],
  ])('%s', (_, parts) => {
    const both = running({}, { watched: true });
    for (let n = 0n; n <= 20n; n++) {
      const args = [...parts, n, 11n];
      expect(outcome(both.jammed, args), `${n}`).toEqual(outcome(both.plain, args));
    }
  });

  it.each(NESTS)('at the ends of what an integer can be: $name', (shape) => {
    const both = running(shape, { watched: true });
    const ends = [MIN_INTEGER, MIN_INTEGER + 1n, MAX_INTEGER - 1n, MAX_INTEGER, 2n ** 32n, -(2n ** 32n)];
    for (const n of [...ends, 5n])
      for (const m of [...ends, 5n]) {
        if (n > 100n && m < 0n) continue;
        const args = [...APART, n, m];
        expect(outcome(both.jammed, args), `${n} ${m}`).toEqual(outcome(both.plain, args));
      }
  });
});

describe.each([
  { of: 'LONGREAL, watched', real: false, watched: true },
  { of: 'LONGREAL', real: false, watched: false },
  { of: 'REAL, watched', real: true, watched: true },
  { of: 'REAL', real: true, watched: false },
])('whatever the arrays of $of and the bounds are', ({ real, watched }) => {
  it.each(NESTS)('$name', (shape) => {
    const both = running(shape, { watched, real });
    expect(isJammed(both)).toBe(true);
    let state = 7;
    const below = (n: number): bigint => {
      state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
      return BigInt((state >>> 8) % n);
    };
    for (let round = 0; round < 200; round++) {
      const parts = [0, 1, 2].flatMap(() => {
        const from = below(48);
        return [from, below(64 - Number(from))];
      });
      const args = [...parts, below(16) - 1n, below(8) - 1n];
      expect(outcome(both.jammed, args, real), args.join(' ')).toEqual(outcome(both.plain, args, real));
    }
  });
});

describe('preemption', () => {
  it('comes as often as where turns run one after the other', () => {
    const both = running({}, { fuel: 2000 });
    for (let round = 0; round < 500; round++)
      for (const r of [both.jammed, both.plain]) outcome(r, [...APART, 19n, 11n]);
    expect(both.jammed.refuels).toBeGreaterThan(100);
    expect(both.jammed.refuels).toBe(both.plain.refuels);
  });
});
