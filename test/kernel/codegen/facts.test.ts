/** Checks that are left out must be such as could not fail. */
import { describe, expect, it } from 'vitest';
import { T } from '../../../src/bytecode/types.ts';
import { Op } from '../../../src/kernel/wasm/opcodes.ts';
import { type Code, Fault, own, type ProcedureSpec, type Running, run } from './harness.ts';

const int = { mode: 'value' as const, type: T.INTEGER };
const checked: Code = [
  ['local.get', 0],
  ['check.range', 0n, 9n],
];
const procedure = (name: string, code: Code): ProcedureSpec => ({
  name,
  params: [int],
  result: T.INTEGER,
  locals: [{}, {}],
  code,
});

function outcome(m: Running, name: string, value: bigint): unknown {
  try {
    return m.call(name, value);
  } catch (error) {
    if (error instanceof Fault) return error.message;
    throw error;
  }
}

const procedureName = (title: string): string => title.replace(/[^a-z0-9]/g, (c) => (c === '-' ? 'minus' : '_'));

const VALUES = [-(2n ** 63n), -2n, -1n, 0n, 1n, 4n, 5n, 6n, 9n, 10n, 11n, 2n ** 63n - 1n];
const within = (x: bigint): unknown => (x >= 0n && x <= 9n ? x : 'ValueOutOfRange');
const inc: Code = [['local.get', 0], ['int.const', 1n], ['int.add'], ['local.set', 0]];

/** Programs, and what they compute. Every comparison is tried both as a branch out and as a condition. */
const RELATIONS: Readonly<Record<string, (a: bigint, b: bigint) => boolean>> = {
  'int.eq': (a, b) => a === b,
  'int.ne': (a, b) => a !== b,
  'int.lt': (a, b) => a < b,
  'int.le': (a, b) => a <= b,
  'int.gt': (a, b) => a > b,
  'int.ge': (a, b) => a >= b,
};

describe('after a comparison with a constant', () => {
  const procedures: ProcedureSpec[] = [];
  const expected = new Map<string, (x: bigint) => unknown>();
  const add = (name: string, code: Code, meaning: (x: bigint) => unknown): void => {
    procedures.push(procedure(procedureName(name), code));
    expected.set(name, meaning);
  };
  for (const [op, holds] of Object.entries(RELATIONS)) {
    for (const constant of [5n, -2n, -1n, 0n, 9n, 10n, 11n, -(2n ** 63n), 2n ** 63n - 1n]) {
      for (const [order, operands, test] of [
        [
          'xc',
          [
            ['local.get', 0],
            ['int.const', constant],
          ],
          (x: bigint) => holds(x, constant),
        ],
        [
          'cx',
          [
            ['int.const', constant],
            ['local.get', 0],
          ],
          (x: bigint) => holds(constant, x),
        ],
      ] as const) {
        const key = `${op} ${constant} ${order}`;
        add(
          `out ${key}`,
          [
            ['block', 0],
            ...operands,
            [op],
            ['br_if', 0],
            ...checked,
            ['return'],
            ['end'],
            ['int.const', 77n],
            ['return'],
            ['end'],
          ],
          (x) => (test(x) ? 77n : within(x)),
        );
        add(
          `not ${key}`,
          [
            ['block', 0],
            ...operands,
            [op],
            ['bool.not'],
            ['br_if', 0],
            ...checked,
            ['return'],
            ['end'],
            ['int.const', 77n],
            ['return'],
            ['end'],
          ],
          (x) => (test(x) ? within(x) : 77n),
        );
        add(
          `if ${key}`,
          [
            ...operands,
            [op],
            ['if', 0],
            ...checked,
            ['return'],
            ['else'],
            ...checked,
            ['int.const', 100n],
            ['int.add'],
            ['return'],
            ['end'],
            ['end'],
          ],
          (x) => {
            const r = within(x);
            return test(x) || typeof r === 'string' ? r : (r as bigint) + 100n;
          },
        );
      }
    }
  }
  add(
    'a copy of what has been compared',
    [
      ['block', 0],
      ['local.get', 0],
      ['int.const', 9n],
      ['int.gt'],
      ['br_if', 0],
      ['local.get', 0],
      ['local.set', 1],
      ['int.const', 50n],
      ['local.set', 0],
      ['local.get', 1],
      ['check.range', 0n, 9n],
      ['return'],
      ['end'],
      ['int.const', 77n],
      ['return'],
      ['end'],
    ],
    (x) => (x > 9n ? 77n : within(x)),
  );
  add(
    'a copy that has been set again',
    [
      ['int.const', 5n],
      ['local.set', 1],
      ['local.get', 0],
      ['local.set', 1],
      ['local.get', 1],
      ['check.range', 0n, 9n],
      ['return'],
      ['end'],
    ],
    within,
  );
  add(
    'a copy that one arm has set',
    [
      ['int.const', 5n],
      ['local.set', 1],
      ['local.get', 0],
      ['int.const', 20n],
      ['int.lt'],
      ['if', 0],
      ['local.get', 0],
      ['local.set', 1],
      ['end'],
      ['local.get', 1],
      ['check.range', 0n, 9n],
      ['return'],
      ['end'],
    ],
    (x) => (x < 20n ? within(x) : 5n),
  );
  add(
    'a copy that a loop sets',
    [
      ['int.const', 5n],
      ['local.set', 1],
      ['loop', 0],
      ['local.get', 1],
      ['check.range', 0n, 9n],
      ['drop'],
      ['local.get', 0],
      ['local.set', 1],
      ['local.get', 1],
      ['int.const', 5n],
      ['int.ne'],
      ['br_if', 0],
      ['end'],
      ['int.const', 66n],
      ['return'],
      ['end'],
    ],
    // What lies within goes round for ever; only 5 ends it.
    (x) => (x === 5n ? 66n : 'ValueOutOfRange'),
  );
  // The local changes between the comparison, the branch and the check.
  add(
    'changed before the branch',
    [
      ['block', 0],
      ['local.get', 0],
      ['int.const', 9n],
      ['int.gt'],
      ...inc,
      ['br_if', 0],
      ...checked,
      ['return'],
      ['end'],
      ['int.const', 77n],
      ['return'],
      ['end'],
    ],
    (x) => (x > 9n ? 77n : within(BigInt.asIntN(64, x + 1n))),
  );
  add(
    'changed after the branch',
    [
      ['block', 0],
      ['local.get', 0],
      ['int.const', 9n],
      ['int.gt'],
      ['br_if', 0],
      ...inc,
      ...checked,
      ['return'],
      ['end'],
      ['int.const', 77n],
      ['return'],
      ['end'],
    ],
    (x) => (x > 9n ? 77n : within(BigInt.asIntN(64, x + 1n))),
  );
  add(
    'where ways meet',
    [['local.get', 0], ['int.const', 5n], ['int.lt'], ['if', 0], ['end'], ...checked, ['return'], ['end']],
    within,
  );
  add(
    'outside of the block that was left',
    [
      ['block', 0],
      ['local.get', 0],
      ['int.const', 5n],
      ['int.lt'],
      ['br_if', 0],
      ['end'],
      ...checked,
      ['return'],
      ['end'],
    ],
    within,
  );
  add(
    'one arm assigns',
    [
      ['local.get', 0],
      ['int.const', 5n],
      ['int.lt'],
      ['if', 0],
      ['int.const', 50n],
      ['local.set', 0],
      ['else'],
      ['end'],
      ...checked,
      ['return'],
      ['end'],
    ],
    (x) => (x < 5n ? 'ValueOutOfRange' : within(x)),
  );
  add(
    'a loop assigns further down',
    [
      ['block', 0],
      ['local.get', 0],
      ['int.const', 9n],
      ['int.gt'],
      ['br_if', 0],
      ['loop', 0],
      ...checked,
      ['drop'],
      ...inc,
      ['br', 0],
      ['end'],
      ['end'],
      ['int.const', 77n],
      ['return'],
      ['end'],
    ],
    (x) => (x > 9n ? 77n : 'ValueOutOfRange'),
  );
  add(
    'sums that wrap',
    [
      ['block', 0],
      ['local.get', 0],
      ['int.const', 2n ** 63n - 2n],
      ['int.lt'],
      ['br_if', 0],
      ['local.get', 0],
      ['int.const', 5n],
      ['int.add'],
      ['check.range', -(2n ** 63n), 0n],
      ['return'],
      ['end'],
      ['int.const', 77n],
      ['return'],
      ['end'],
    ],
    (x) => (x < 2n ** 63n - 2n ? 77n : BigInt.asIntN(64, x + 5n)),
  );
  add(
    'the value read before the assignment',
    [
      ['block', 0],
      ['local.get', 0],
      ['int.const', 3n],
      ['local.set', 0],
      ['local.get', 0],
      ['int.const', 9n],
      ['int.gt'],
      ['if', 0],
      ['int.const', 66n],
      ['return'],
      ['end'],
      ['check.range', 0n, 9n],
      ['return'],
      ['end'],
      ['int.const', 77n],
      ['return'],
      ['end'],
    ],
    within,
  );
  const m = run({ procedures });
  it.each([...expected])('%s', (name, meaning) => {
    for (const x of [...VALUES, 2n ** 63n - 2n].filter(
      (x) => !name.includes('loop sets') || x < 0n || x > 9n || x === 5n,
    ))
      expect([x, outcome(m, procedureName(name), x)]).toEqual([x, meaning(x)]);
  });
});

describe('after a comparison with NIL', () => {
  const LEFT = 77n;
  const NIL = 'AttemptToDereferenceNIL';
  const compare = (local: number): Code => [['local.get', local], ['nil'], ['ref.eq']];
  const swapped = (local: number): Code => [['nil'], ['local.get', local], ['ref.eq']];
  const read = (local: number): Code => [['local.get', local], ['deref'], ['load'], ['return']];
  const leave: Code = [['end'], ['int.const', LEFT], ['return'], ['end']];
  /** Code with a reference in local 1, NIL where local 0 is 0, and one to the value of local 0 elsewhere; local 2 is NIL. What comes of each, and whether a check is left. */
  const cases: Record<string, { code: Code; nil: unknown; other?: unknown; checked: boolean }> = {
    'branch out': {
      code: [['block', 0], ...compare(1), ['br_if', 0], ...read(1), ...leave],
      nil: LEFT,
      checked: false,
    },
    'NIL first': { code: [['block', 0], ...swapped(1), ['br_if', 0], ...read(1), ...leave], nil: LEFT, checked: false },
    'branch out unless': {
      code: [['block', 0], ...compare(1), ['bool.not'], ['br_if', 0], ...read(1), ...leave],
      nil: NIL,
      other: LEFT,
      checked: true,
    },
    'first arm': {
      code: [['block', 0], ...compare(1), ['bool.not'], ['if', 0], ...read(1), ['end'], ...leave],
      nil: LEFT,
      checked: false,
    },
    'second arm': {
      code: [
        ['block', 0],
        ...compare(1),
        ['if', 0],
        ['br', 1],
        ['else'],
        ...read(1),
        ['end'],
        ...leave.slice(0, 0),
        ...leave,
      ],
      nil: LEFT,
      checked: false,
    },
    'the arm where it is NIL': {
      code: [['block', 0], ...compare(1), ['if', 0], ...read(1), ['end'], ...leave],
      nil: NIL,
      other: LEFT,
      checked: true,
    },
    'where ways meet': { code: [...compare(1), ['if', 0], ['end'], ...read(1), ['end']], nil: NIL, checked: true },
    'another local': {
      code: [['block', 0], ...compare(1), ['br_if', 0], ...read(2), ...leave],
      nil: LEFT,
      other: NIL,
      checked: true,
    },
    'not with NIL': {
      code: [['block', 0], ['local.get', 1], ['local.get', 2], ['ref.eq'], ['br_if', 0], ...read(1), ...leave],
      nil: LEFT,
      checked: true,
    },
    'set since': {
      code: [['block', 0], ...compare(1), ['br_if', 0], ['nil'], ['local.set', 1], ...read(1), ...leave],
      nil: LEFT,
      other: NIL,
      checked: true,
    },
    'set between comparison and branch': {
      code: [['block', 0], ...compare(1), ['nil'], ['local.set', 1], ['br_if', 0], ...read(1), ...leave],
      nil: LEFT,
      other: NIL,
      checked: true,
    },
    'a copy': {
      code: [
        ['block', 0],
        ...compare(1),
        ['br_if', 0],
        ['local.get', 1],
        ['local.set', 2],
        ['nil'],
        ['local.set', 1],
        ...read(2),
        ...leave,
      ],
      nil: LEFT,
      checked: false,
    },
    'a copy made before': {
      code: [['block', 0], ...compare(1), ['br_if', 0], ['local.get', 2], ['local.set', 1], ...read(1), ...leave],
      nil: LEFT,
      other: NIL,
      checked: true,
    },
  };
  it.each(Object.entries(cases))('%s', (_, { code, nil, other, checked }) => {
    const m = run({
      types: [{ kind: 'ref', target: T.INTEGER }],
      procedures: [
        {
          name: 'p',
          params: [int],
          result: T.INTEGER,
          locals: [{}, { type: own(0) }, { type: own(0) }, { type: own(0) }],
          code: [
            ['local.get', 0],
            ['int.const', 0n],
            ['int.ne'],
            ['if', 0],
            ['new', own(0)],
            ['local.set', 3],
            ['local.get', 3],
            ['deref'],
            ['local.get', 0],
            ['store'],
            ['local.get', 3],
            ['local.set', 1],
            ['end'],
            ...code,
          ],
        },
      ],
    });
    expect([outcome(m, 'p', 0n), outcome(m, 'p', 5n)]).toEqual([nil, other ?? 5n]);
    const bytes = m.generated.bytes;
    const fault = [Op.i32_const, 9, Op.call];
    const checks = [...bytes].filter((_, at) => fault.every((b, n) => bytes[at + n] === b)).length;
    expect(checks > 0).toBe(checked);
  });
});

it('the step of a counting loop is not checked', () => {
  const m = run({
    types: [{ kind: 'subrange', base: T.INTEGER, lo: 0n, hi: 9n }],
    procedures: [
      {
        name: 'count',
        result: T.INTEGER,
        locals: [{ type: own(0) }, {}],
        code: [
          ['block', 0],
          ['loop', 0],
          ['local.get', 1],
          ['local.get', 0],
          ['int.add'],
          ['local.set', 1],
          ['local.get', 0],
          ['int.const', 9n],
          ['int.ge'],
          ['br_if', 1],
          ['local.get', 0],
          ['int.const', 1n],
          ['int.add'],
          ['check.range', 0n, 9n],
          ['local.set', 0],
          ['br', 0],
          ['end'],
          ['end'],
          ['local.get', 1],
          ['return'],
          ['end'],
        ],
      },
    ],
  });
  expect(m.call('count')).toBe(45n);
  const code = m.generated.bytes;
  const faultOfRange = [Op.i32_const, 6, Op.call];
  const found = [...code].some((_, at) => faultOfRange.every((b, n) => code[at + n] === b));
  expect(found).toBe(false);
});
