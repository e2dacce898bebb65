/**
 * Loops that count are paid by strips. They do what they would do if each turn were paid by itself: so each is compared with one that has as many instructions, and where another
 * assignment, which changes nothing, is in the way.
 */
import { describe, expect, it } from 'vitest';
import { BLOCK_BOOL } from '../../../src/bytecode/opcodes.ts';
import { MAX_INTEGER, MIN_INTEGER, T, type TypeDef } from '../../../src/bytecode/types.ts';
import { verifyProcedure } from '../../../src/bytecode/verify/verify.ts';
import { loopsOf } from '../../../src/kernel/codegen/loops.ts';
import { countingLoop, type Place } from '../../../src/kernel/codegen/strip.ts';
import {
  buildModule,
  type Code,
  Fault,
  own,
  type ProcedureSpec,
  type Running,
  type RunOptions,
  run,
} from './harness.ts';

const int = { mode: 'value' as const, type: T.INTEGER };
const [FROM, LIMIT, MOST, COUNTER, TURNS, STEP, OTHER] = [0, 1, 2, 3, 4, 5, 6];

/** A loop from local FROM to local LIMIT, left after MOST turns. */
interface Shape {
  readonly name: string;
  readonly place: Place;
  readonly test: Code;
  /** Where it begins, if not at local FROM. */
  readonly from?: bigint;
  readonly step: Code;
}

const get = (local: number): Code[number] => ['local.get', local];
const set = (local: number): Code[number] => ['local.set', local];
const add = (amount: Code[number], operation = 'int.add', ...more: Code): Code => [
  get(COUNTER),
  amount,
  [operation],
  ...more,
  set(COUNTER),
];
const constant = (n: bigint): Code[number] => ['int.const', n];
const test = (relation: string, ...more: Code): Code => [get(COUNTER), get(LIMIT), [relation], ...more];
const mirrored = (relation: string, ...more: Code): Code => [get(LIMIT), get(COUNTER), [relation], ...more];
const near = (up: boolean, step: bigint): Code => [
  ...(up ? mirrored('int.sub') : test('int.sub')),
  constant(step),
  ['word.lt'],
];
const FAR = 2n ** 50n;

const SHAPES: readonly Shape[] = [
  { name: 'FOR', place: 'latch', test: test('int.ge'), step: add(constant(1n)) },
  {
    name: 'FOR, checked',
    place: 'latch',
    test: test('int.ge'),
    step: add(constant(1n), 'int.add', ['check.range', -5n, 5n]),
  },
  { name: 'FOR BY -1', place: 'latch', test: test('int.le'), step: add(constant(-1n)) },
  { name: 'FOR BY -1, mirrored', place: 'latch', test: mirrored('int.ge'), step: add(constant(1n), 'int.sub') },
  ...[1n, 2n, 7n, FAR].flatMap((by): Shape[] => [
    { name: `FOR BY ${by}`, place: 'latch', test: near(true, by), step: add(constant(by)) },
    { name: `FOR BY -${by}`, place: 'latch', test: near(false, by), step: add(constant(-by)) },
    { name: `WHILE <= BY ${by}`, place: 'head', test: test('int.le', ['bool.not']), step: add(constant(by)) },
    { name: `WHILE < BY ${by}`, place: 'head', test: test('int.ge'), step: add(constant(by)) },
    { name: `WHILE >= BY -${by}`, place: 'head', test: test('int.lt'), step: add(constant(-by)) },
    { name: `WHILE > BY -${by}`, place: 'head', test: mirrored('int.ge'), step: add(constant(by), 'int.sub') },
  ]),
  ...[0n, 5n, MAX_INTEGER, MIN_INTEGER].flatMap((from): Shape[] => [
    { name: `FOR from ${from}`, place: 'latch', from, test: test('int.ge'), step: add(constant(1n)) },
    { name: `FOR from ${from} BY -1`, place: 'latch', from, test: test('int.le'), step: add(constant(-1n)) },
  ]),
  { name: 'REPEAT >', place: 'foot', test: test('int.gt', ['bool.not']), step: add(constant(1n)) },
  { name: 'REPEAT >=', place: 'foot', test: test('int.lt'), step: add(constant(1n)) },
  { name: 'REPEAT <', place: 'foot', test: mirrored('int.le'), step: add(constant(-1n)) },
  { name: 'REPEAT <=', place: 'foot', test: test('int.gt'), step: add(constant(1n), 'int.sub') },
  { name: 'REPEAT >= from 0', place: 'foot', from: 0n, test: test('int.lt'), step: add(constant(1n)) },
  { name: 'REPEAT < from 5', place: 'foot', from: 5n, test: test('int.ge'), step: add(constant(-1n)) },
  { name: 'WHILE #', place: 'head', test: test('int.eq'), step: add(constant(1n)) },
  { name: 'WHILE # downward', place: 'head', test: mirrored('int.ne', ['bool.not']), step: add(constant(-1n)) },
  { name: 'WHILE <=, variable step', place: 'head', test: test('int.gt'), step: add(get(STEP)) },
  { name: 'WHILE >, variable step', place: 'head', test: test('int.le'), step: add(get(STEP), 'int.sub') },
  {
    name: 'WHILE <, checked',
    place: 'head',
    test: test('int.ge'),
    step: add(constant(1n), 'int.add', ['check.range', -5n, 5n]),
  },
];

const left: Code = [get(TURNS), get(MOST), ['int.ge'], ['if', 0], ['br', 2], ['end']];
const turn: Code = [get(TURNS), constant(1n), ['int.add'], set(TURNS)];

/** `assigned`: a local that every turn sets to what it is. `late`: where the loop can be left after MOST turns: when the step has been made, or before it. */
function loop({ place, test, step, from }: Shape, assigned: number, body: Code = left, late = false): Code {
  const inside: Code = [...turn, get(assigned), set(assigned), ...(late ? [] : body)];
  const leave: Code = [...test, ['br_if', 1]];
  return [
    from === undefined ? get(FROM) : constant(from),
    set(COUNTER),
    constant(3n),
    set(STEP),
    ['block', 0],
    ['loop', 0],
    ...(place === 'head' ? leave : []),
    ...inside,
    ...(place === 'latch' ? leave : []),
    ...step,
    ...(late ? body : []),
    ...(place === 'foot' ? [...test, ['br_if', 0] as const] : [['br', 0] as const]),
    ['end'],
    ['end'],
  ];
}
/** TURNS + 31 * COUNTER */
const result: Code = [get(TURNS), get(COUNTER), constant(31n), ['int.mul'], ['int.add'], ['return'], ['end']];
const types: TypeDef[] = [
  { kind: 'subrange', base: T.INTEGER, lo: 1n, hi: FAR },
  { kind: 'openarray', element: T.INTEGER },
  { kind: 'ref', target: own(1) },
];
const locals = [{}, {}, {}, {}, {}, { type: own(0) }, {}];

const procedure = (name: string, code: Code): ProcedureSpec => ({
  name,
  params: [int, int, int],
  result: T.INTEGER,
  locals,
  code: [...code, ...result],
});

function isCut(code: Code): boolean {
  const module = buildModule({ types, procedures: [procedure('p', code)] });
  const all: Parameters<typeof countingLoop>[0][number][] = [];
  expect(verifyProcedure(module, 0, (i) => all.push(i))).toBeUndefined();
  const assignments = new Map<number, number[]>();
  code.forEach(([name, local], n) => {
    if (name === 'local.set') assignments.set(local as number, [...(assignments.get(local as number) ?? []), n]);
  });
  const begin = code.findIndex(([name]) => name === 'loop');
  const end = code.length - 2;
  expect(code[end]).toEqual(['end']);
  return loopsOf(all).get(begin)!.simple && countingLoop(all, begin, end, assignments) !== undefined;
}

const FOR = SHAPES[0]!;
const WHILE = SHAPES.find(({ name }) => name === 'WHILE < BY 1')!;
const REPEAT = SHAPES.find(({ name }) => name === 'REPEAT >=')!;
const REPEATED: Code = [get(TURNS), get(MOST), ['int.lt'], ['br_if', 0]];

describe('a loop is cut into strips', () => {
  it.each(SHAPES)('$name', (shape) => {
    expect(isCut(loop(shape, OTHER))).toBe(true);
    expect(isCut(loop(shape, LIMIT))).toBe(false);
    expect(isCut(loop(shape, COUNTER))).toBe(false);
    // Where the step comes last nothing may follow it.
    expect(isCut(loop(shape, OTHER, left, true))).toBe(shape.place !== 'latch');
  });
  it.each<[string, Shape]>([
    ['that does not move', { ...FOR, step: add(constant(0n)) }],
    ['that goes the other way', { ...FOR, step: add(constant(-1n)) }],
    ['that goes the other way from the beginning', { ...WHILE, step: add(constant(-1n)) }],
    ['whose step has no opposite', { ...WHILE, test: test('int.le'), step: add(constant(MIN_INTEGER)) }],
    ['whose steps are very far', { ...WHILE, step: add(constant(FAR + 1n)) }],
    ['whose steps are very far downward', { ...WHILE, test: test('int.le'), step: add(constant(-FAR - 1n)) }],
    ['whose step may be negative', { ...WHILE, step: add(get(OTHER)) }],
    ['whose step changes', { ...WHILE, step: add(get(TURNS)) }],
    [
      'whose counter comes from another local',
      { ...WHILE, step: [get(TURNS), constant(1n), ['int.add'], set(COUNTER)] },
    ],
    ['that may pass what ends it', { ...WHILE, test: test('int.eq'), step: add(constant(2n)) }],
    ['that goes on at its foot where it should not', { ...REPEAT, test: test('int.ge') }],
    ['that makes other steps before its foot', { ...REPEAT, step: add(constant(2n)) }],
    ['that may pass what ends it at its foot', { ...REPEAT, test: test('int.ne') }],
    ['that multiplies', { ...WHILE, step: add(constant(2n), 'int.mul') }],
    ['whose test is for other steps', { ...FOR, test: near(true, 2n), step: add(constant(3n)) }],
    ['whose test is for the other way', { ...FOR, test: near(false, 2n), step: add(constant(2n)) }],
    ['that compares its counter with itself', { ...WHILE, test: [get(COUNTER), get(COUNTER), ['int.ge']] }],
    [
      'that makes its step on some ways',
      { ...WHILE, step: [['bool.const', 1], ['if', 0], ...add(constant(1n)), ['end']] },
    ],
    [
      'whose step may be left out',
      { ...WHILE, step: [['block', 0], ...left.slice(0, 3), ['br_if', 0], ...add(constant(1n)), ['end']] },
    ],
    [
      'whose step a handler may follow',
      { ...WHILE, step: [['try'], ...add(constant(1n)), ['catch_all'], ['drop'], ['end']] },
    ],
    [
      'whose test does not leave it',
      { ...WHILE, test: [['block', 0], ...test('int.ge'), ['br_if', 0], ['end'], ['bool.const', 0]] },
    ],
  ])('but not one %s', (_, shape) => {
    expect(isCut(loop(shape, OTHER))).toBe(false);
  });
  it('but not one that is gone on with elsewhere, or left by a table of branches', () => {
    expect(isCut(loop(WHILE, OTHER, REPEATED))).toBe(false);
    const table: Code = [['block', 0], get(TURNS), ['br_table', 0n, [0, 2]], ['end']];
    expect(isCut(loop(WHILE, OTHER, table))).toBe(false);
  });
});

const FUEL = 2 ** 30;
const RANGES: readonly (readonly [bigint, bigint])[] = [
  [0n, 9n],
  [9n, 0n],
  [5n, 5n],
  [5n, 4n],
  [-3000n, 3000n],
  [3000n, -3000n],
  [MAX_INTEGER - 3n, MAX_INTEGER],
  [MIN_INTEGER + 3n, MIN_INTEGER],
  [MIN_INTEGER, MAX_INTEGER],
  [MAX_INTEGER, MIN_INTEGER],
  [MAX_INTEGER, MAX_INTEGER],
  [MIN_INTEGER, MIN_INTEGER],
  [-1n, MAX_INTEGER - 1n],
  [0n, MIN_INTEGER],
];
const outcome = (m: Running, name: string, ...args: bigint[]): unknown[] => {
  m.imports.fuel.value = FUEL;
  let got: unknown;
  try {
    got = m.call(name, ...args);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return [args, error.message];
  }
  return [args, got, FUEL - m.imports.fuel.value];
};

describe.each(SHAPES)('in strips: $name', (shape) => {
  const returns: Code = [...left.slice(0, 4), ...result.slice(0, -1), ['end']];
  const branches: Code = [...left.slice(0, 3), ['br_if', 1]];
  const ways: [string, Code, boolean][] = [
    ['branch', left, false],
    ['branchIf', branches, false],
    ['returns', returns, false],
    ...(shape.place !== 'latch' ? [['late', left, true] as [string, Code, boolean]] : []),
  ];
  const m = run(
    {
      types,
      procedures: ways.flatMap(([name, body, late]) => [
        procedure(`${name}.cut`, loop(shape, OTHER, body, late)),
        procedure(`${name}.whole`, loop(shape, LIMIT, body, late)),
      ]),
    },
    { fuel: FUEL },
  );
  it.each(ways)('results and fuel are the same: %s', (name) => {
    for (const [from, limit] of RANGES)
      for (const most of [1n, 2n, 5n, 700n, 2500n]) {
        const [cut, whole] = ['cut', 'whole'].map((k) => outcome(m, `${name}.${k}`, from, limit, most));
        expect(cut).toEqual(whole);
      }
  });
});

describe('preemption in strips', () => {
  const killed: RunOptions = {
    onRefuel: (r) => {
      if (r.refuels > 3) throw new WebAssembly.Exception(r.imports.kill, []);
    },
  };
  it('ends what never ends', () => {
    const endless: [Shape, bigint, bigint][] = [
      [SHAPES.find(({ name }) => name === 'WHILE <= BY 1')!, 0n, MAX_INTEGER],
      [SHAPES.find(({ name }) => name === `WHILE <= BY ${FAR}`)!, MIN_INTEGER, MAX_INTEGER],
      [SHAPES.find(({ name }) => name === 'WHILE <=, variable step')!, 0n, MAX_INTEGER],
      [SHAPES.find(({ name }) => name === 'WHILE >= BY -1')!, 0n, MIN_INTEGER],
      [FOR, MIN_INTEGER, MAX_INTEGER],
      [SHAPES.find(({ name }) => name === 'REPEAT >')!, 0n, MAX_INTEGER],
      [SHAPES.find(({ name }) => name === 'WHILE #')!, 1n, 0n],
    ];
    for (const [shape, from, limit] of endless) {
      const m = run({ types, procedures: [procedure('p', loop(shape, OTHER, []))] }, killed);
      expect(() => m.call('p', from, limit, 0n)).toThrow(WebAssembly.Exception);
      expect([shape.name, m.refuels]).toEqual([shape.name, 4]);
    }
  });
  it('comes as often as in other loops, at most a batch later', () => {
    for (const shape of [FOR, WHILE, REPEAT]) {
      const [cut, whole] = [OTHER, LIMIT].map((assigned) => {
        const m = run({ types, procedures: [procedure('p', loop(shape, assigned))] }, { fuel: 5000 });
        m.call('p', 0n, 100_000n, MAX_INTEGER);
        return m.refuels;
      }) as [number, number];
      expect(whole).toBeGreaterThan(30);
      expect(Math.abs(cut - whole)).toBeLessThanOrEqual(1);
    }
  });
  /** Every other turn raises and handles an exception. What a batch can pay for must not grow by what is given back. */
  it('is not put off by exceptions', () => {
    const raising: Code = [['try'], ['raise', 0], ['catch_all'], ['drop'], ['end'], ...left];
    const again = (assigned: number): Code => [
      constant(200n),
      set(OTHER + 1),
      ['loop', 0],
      constant(0n),
      set(TURNS),
      ...loop(WHILE, assigned, raising),
      get(OTHER + 1),
      constant(1n),
      ['int.sub'],
      set(OTHER + 1),
      get(OTHER + 1),
      constant(0n),
      ['int.gt'],
      ['br_if', 0],
      ['end'],
      get(FROM),
      set(COUNTER),
      constant(0n),
      set(TURNS),
      ...loop(WHILE, assigned, []),
    ];
    for (const assigned of [OTHER, LIMIT]) {
      const spec = { ...procedure('p', again(assigned)), locals: [...locals, {}] };
      const m = run({ types, exceptions: [{ name: 'E' }], procedures: [spec] }, { fuel: 3000 });
      let ended = 0;
      m.imports.fuel.value = 3000;
      expect(m.call('p', 0n, 1_000_000n, 1n)).toBe(32_000_000n);
      ended = m.refuels;
      // A million turns of at least two units.
      expect(ended).toBeGreaterThan(2_000_000 / (3000 + 2048));
    }
  });
});

it('an exception that leaves a loop costs a batch too much at most', () => {
  const raising: Code = [...left.slice(0, 4), ['raise', 0], ['end']];
  const handled = (assigned: number): Code => [
    ['try'],
    ...loop(WHILE, assigned, raising),
    ['catch_all'],
    ['drop'],
    ['end'],
  ];
  const m = run(
    {
      types,
      exceptions: [{ name: 'E' }],
      procedures: [procedure('cut', handled(OTHER)), procedure('whole', handled(LIMIT))],
    },
    { fuel: FUEL },
  );
  for (const most of [1n, 10n, 2000n]) {
    const [cut, whole] = ['cut', 'whole'].map((name) => outcome(m, name, 0n, 1_000_000n, most)) as [
      unknown[],
      unknown[],
    ];
    expect(cut[1]).toEqual(whole[1]);
    const more = (cut[2] as number) - (whole[2] as number);
    expect(more).toBeGreaterThanOrEqual(0);
    expect(more).toBeLessThanOrEqual(1024);
  }
});

it('the loop may have a type, though it never ends by itself', () => {
  const typed = (shape: Shape): Code =>
    loop(shape, OTHER, []).flatMap((i, n, all): Code => {
      if (i[0] === 'loop') return [['loop', BLOCK_BOOL]];
      return n === all.length - 2 ? [i, ['drop']] : [i];
    });
  const m = run({ types, procedures: [procedure('latch', typed(FOR)), procedure('head', typed(WHILE))] });
  expect(['latch', 'head'].map((name) => m.call(name, 0n, 2000n, 0n))).toEqual([2001n + 31n * 2000n, 2000n * 32n]);
});

it('pointers into arrays go along with the counter, from one strip to the next', () => {
  const element: Code = [get(OTHER + 1), ['deref'], get(COUNTER), ['element']];
  const fill: Code = [...element, get(COUNTER), ['store']];
  const add: Code = [get(OTHER), ...element, ['load'], ['int.add'], set(OTHER)];
  const shapes = SHAPES.filter(({ name }) => ['FOR', 'FOR BY 7', 'WHILE <= BY 7'].includes(name));
  const m = run({
    types,
    procedures: shapes.map((shape, n) => ({
      ...procedure(`p${n}`, [
        constant(5000n),
        ['new.open', own(2)],
        set(OTHER + 1),
        ...loop(FOR, TURNS, fill),
        ...loop(shape, TURNS, add),
        get(OTHER),
        ['return'],
      ]),
      locals: [...locals, { type: own(2) }],
    })),
  });
  expect(shapes.map((_, n) => m.call(`p${n}`, 0n, 4999n, 0n))).toEqual([12_497_500n, 1_786_785n, 1_786_785n]);
});

it('a loop whose turns cost more than a batch gives control away in each', () => {
  const many: Code = Array.from({ length: 4500 }, (): Code => [get(OTHER), set(OTHER)]).flat();
  const m = run({ types, procedures: [procedure('p', loop(WHILE, OTHER, many))] }, { fuel: 1000 });
  expect(m.call('p', 0n, 50n, 0n)).toBe(50n * 32n);
  expect(m.refuels).toBeGreaterThanOrEqual(50);
});
