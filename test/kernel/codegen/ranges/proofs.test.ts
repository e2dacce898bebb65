/** Which checks are left out, and that those that are needed stay: each program is also run in a build that checks what was proved. */
import { describe, expect, it } from 'vitest';
import { FAULTS, type Fault as FaultName } from '../../../../src/bytecode/opcodes.ts';
import { T, type TypeDef } from '../../../../src/bytecode/types.ts';
import { Op } from '../../../../src/kernel/wasm/opcodes.ts';
import { type Code, Fault, own, type Running, run } from '../harness.ts';

const types: TypeDef[] = [
  { kind: 'openarray', element: T.INTEGER }, // 0
  { kind: 'ref', target: own(0) }, // 1
  { kind: 'subrange', base: T.INTEGER, lo: 0n, hi: 9n }, // 2
  { kind: 'array', index: own(2), element: T.INTEGER }, // 3
  { kind: 'openarray', element: T.CHAR }, // 4
  {
    kind: 'record',
    fields: [
      { name: 'a', type: T.CHAR },
      { name: 'b', type: T.CHAR },
    ],
  }, // 5
];
// Locals: n, the array, its alias, i, j, k, a reference.
const N: Code = [['local.get', 0]];
const A: Code = [['local.get', 1]];
const I: Code = [['local.get', 3]];
const J: Code = [['local.get', 4]];
const R: Code = [['local.get', 6]];
const [toI, toJ, toR] = [3, 4, 6].map((n) => ['local.set', n] as const) as unknown as [Code[0], Code[0], Code[0]];
const int = (n: number | bigint): Code[0] => ['int.const', BigInt(n)];
const at = (array: Code, index: Code): Code => [...array, ...index, ['element'], ['load'], ['drop']];
const length: Code = [...A, ['array.length', 0]];
const inc = (local: Code, by: number, to: Code[0]): Code => [...local, int(by), ['int.add'], to];
const unless = (condition: Code, then: Code): Code => [['block', 0], ...condition, ['br_if', 0], ...then, ['end']];
const loop = (leaveWhen: Code, body: Code): Code => [
  ['block', 0],
  ['loop', 0],
  ...leaveWhen,
  ['br_if', 1],
  ...body,
  ['br', 0],
  ['end'],
  ['end'],
];
/** FOR i := from TO j DO body END. */
const forI = (from: number, body: Code): Code =>
  unless(
    [int(from), ...J, ['int.gt']],
    [int(from), toI, ['loop', 0], ...body, ...I, ...J, ['int.ge'], ['br_if', 1], ...inc(I, 1, toI), ['br', 0], ['end']],
  );

interface Case {
  readonly code: Code;
  readonly fault?: FaultName;
  /** How many checks stay. */
  readonly checks: number;
}

const CASES: Readonly<Record<string, Case>> = {
  'FOR to LAST of an open array': {
    code: [...length, int(1), ['int.sub'], toJ, ...forI(0, at(A, I))],
    checks: 0,
  },
  'FOR to NUMBER of an open array': { code: [...length, toJ, ...forI(0, at(A, I))], checks: 1 },
  'FOR from below': { code: [...length, int(1), ['int.sub'], toJ, ...forI(-1, at(A, I))], checks: 1 },
  'the next element in a loop to LAST': {
    code: [...length, int(1), ['int.sub'], toJ, ...forI(0, at(A, [...I, int(1), ['int.add']]))],
    checks: 1,
  },
  'the next element in a loop to LAST - 1': {
    code: [...length, int(2), ['int.sub'], toJ, ...forI(0, at(A, [...I, int(1), ['int.add']]))],
    checks: 0,
  },
  'WHILE i < NUMBER': {
    code: [int(0), toI, ...loop([...I, ...length, ['int.ge']], [...at(A, I), ...inc(I, 1, toI)])],
    checks: 0,
  },
  'WHILE i < NUMBER by two': {
    code: [int(0), toI, ...loop([...I, ...length, ['int.ge']], [...at(A, I), ...inc(I, 2, toI)])],
    checks: 0,
  },
  'WHILE i # NUMBER': {
    code: [int(0), toI, ...loop([...I, ...length, ['int.eq']], [...at(A, I), ...inc(I, 1, toI)])],
    checks: 0,
  },
  'WHILE i # NUMBER by two': {
    code: [int(0), toI, ...loop([...I, ...length, ['int.eq']], [...at(A, I), ...inc(I, 2, toI)])],
    checks: 1,
  },
  'WHILE i < NUMBER, after the step': {
    code: [int(0), toI, ...loop([...I, ...length, ['int.ge']], [...inc(I, 1, toI), ...at(A, I)])],
    checks: 1,
  },
  'WHILE i < NUMBER of another array': {
    code: [
      ...([...A, int(0), int(1), ['subarray', own(0)], ['readonly'], ['local.set', 2]] as Code),
      int(0),
      toI,
      ...loop([...I, ...length, ['int.ge']], [...at([['local.get', 2]], I), ...inc(I, 1, toI)]),
    ],
    checks: 2,
  },
  'down to zero': {
    code: [...length, toI, ...loop([...I, int(0), ['int.le']], [...inc(I, -1, toI), ...at(A, I)])],
    checks: 0,
  },
  'an index that may wrap': {
    code: [
      int(1),
      toI,
      ...loop(
        [...I, int(1000), ['int.gt']],
        [
          ...at([['global.addr', 0]], [...I, int(9), ['int.min']]),
          ...I,
          ...I,
          ['int.add'],
          toI,
          ...I,
          int(0),
          ['int.eq'],
          ['br_if', 1],
        ],
      ),
    ],
    checks: 0,
  },
  'a step that may be backward': {
    code: [
      int(1),
      toI,
      ...loop(
        [...I, int(8), ['int.gt']],
        [...at([['global.addr', 0]], [...I, int(9), ['int.min']]), ...I, ...N, ['int.add'], toI],
      ),
    ],
    checks: 1,
  },
  'an array that is set in a guarded body': {
    code: [
      ...at([['local.get', 2]], N),
      ['try'],
      ...A,
      int(0),
      int(1),
      ['subarray', own(0)],
      ['readonly'],
      ['local.set', 2],
      ...at(A, [int(100)]),
      ['catch_all'],
      ['drop'],
      ...at([['local.get', 2]], N),
      ['end'],
    ],
    checks: 4,
  },
  'a counter that nothing bounds': {
    code: [
      int(0),
      toI,
      ...loop([...N, int(3), ['int.gt']], [...inc(N, 1, ['local.set', 0]), ...inc(I, 1, toI), ...at(A, I)]),
    ],
    checks: 1,
  },
  'what has been checked is not checked again': { code: [...at(A, N), ...at(A, N)], checks: 1 },
  'what has been checked in both arms': {
    code: [...N, int(3), ['int.gt'], ['if', 0], ...at(A, N), ['else'], ...at(A, N), ['end'], ...at(A, N)],
    checks: 2,
  },
  'what has been checked in one arm': {
    code: [...N, int(3), ['int.gt'], ['if', 0], ...at(A, N), ['end'], ...at(A, N)],
    checks: 2,
  },
  'one less than what has been checked': { code: [...at(A, N), ...at(A, [...N, int(1), ['int.sub']])], checks: 2 },
  'a step from what has been checked': { code: [...N, toI, ...at(A, I), ...inc(I, 1, toI), ...at(A, I)], checks: 2 },
  'a step back to what has been checked': {
    code: [...N, toI, ...at(A, I), ...inc(I, 1, toI), ...inc(I, -1, toI), ...at(A, I)],
    checks: 1,
  },
  'assigned since': { code: [...at(A, N), int(5), ['local.set', 0], ...at(A, N)], checks: 2 },
  'assigned between the operand and its use': {
    code: [
      ...unless(
        [...N, int(0), ['int.lt']],
        [...N, ...N, ...length, ['int.ge'], ['br_if', 0], toI, int(100), toJ, ...at(A, I)],
      ),
      ...unless(
        [...N, int(0), ['int.lt']],
        [...N, int(7), ['local.set', 0], ...N, ...length, ['int.ge'], ['br_if', 0], toI, ...at(A, I)],
      ),
    ],
    checks: 1,
  },
  'an array that is set anew': {
    code: [
      ...at([['local.get', 2]], N),
      ...A,
      int(0),
      int(1),
      ['subarray', own(0)],
      ['readonly'],
      ['local.set', 2],
      ...at([['local.get', 2]], N),
    ],
    checks: 3,
  },
  'the length of a part': {
    code: [
      ...A,
      int(0),
      int(3),
      ['subarray', own(0)],
      ['readonly'],
      ['local.set', 2],
      ...at([['local.get', 2]], [int(2)]),
    ],
    checks: 1,
  },
  'beyond the length of a part': {
    code: [
      ...A,
      int(0),
      int(3),
      ['subarray', own(0)],
      ['readonly'],
      ['local.set', 2],
      ...at([['local.get', 2]], [int(3)]),
    ],
    checks: 2,
  },
  'a part of an array that is long enough': {
    code: unless([...length, int(4), ['int.lt']], [...A, int(1), int(3), ['subarray', own(0)], ['drop']]),
    checks: 0,
  },
  'a part of an array that may be too short': {
    code: unless([...length, int(3), ['int.lt']], [...A, int(1), int(3), ['subarray', own(0)], ['drop']]),
    checks: 1,
  },
  'what the part before has proved': {
    code: [...A, int(1), int(3), ['subarray', own(0)], ['drop'], ...A, int(0), int(4), ['subarray', own(0)], ['drop']],
    checks: 1,
  },
  'a new array of that size': {
    code: unless(
      [...N, int(1), ['int.lt'], ['br_if', 0], ...N, int(8), ['int.gt']],
      [
        ...N,
        ['check.range', 0n, 100n],
        ['new.open', own(1)],
        toR,
        ...N,
        int(1),
        ['int.sub'],
        toJ,
        ...forI(0, at([...R, ['deref']], I)),
      ],
    ),
    checks: 0,
  },
  'a reference that is set in the loop': {
    code: unless(
      [...N, int(1), ['int.lt'], ['br_if', 0], ...N, int(8), ['int.gt']],
      [
        ...N,
        ['check.range', 0n, 100n],
        ['new.open', own(1)],
        toR,
        ...N,
        int(1),
        ['int.sub'],
        toJ,
        ...forI(0, [...at([...R, ['deref']], I), int(1), ['new.open', own(1)], toR]),
      ],
    ),
    checks: 1,
  },
  'in a handler': {
    code: [
      int(0),
      toI,
      ['try'],
      int(100),
      toI,
      ...at(A, N),
      int(2),
      toI,
      ['catch_all'],
      ['drop'],
      ...at([['global.addr', 0]], I),
      ['end'],
      ...at([['global.addr', 0]], [...I, int(9), ['int.min']]),
    ],
    checks: 2,
  },
  'after a loop that is left in its midst': {
    code: [
      int(0),
      toI,
      ...loop([...I, int(20), ['int.ge']], [...I, int(5), ['int.ge'], ['br_if', 1], ...inc(I, 1, toI)]),
      ...at([['global.addr', 0]], [...I, int(9), ['int.min']]),
      ...at([['global.addr', 0]], I),
    ],
    checks: 1,
  },
};

const body = (code: Code): Code => [...A, ['local.set', 2], ...code, ['end']];
const locals = [
  {},
  {},
  { kind: 'readonly', type: own(0) },
  ...[3, 4, 5].map(() => ({ type: T.INTEGER })),
  { type: own(1) },
] as const;

function machineOf(code: Code, watched: boolean): Running {
  const machine = run(
    {
      types: types,
      globals: [own(3), own(3)],
      procedures: [
        {
          name: 'p',
          params: [
            { mode: 'value', type: T.INTEGER },
            { mode: 'readonly', type: own(0) },
          ],
          raises: 'any',
          locals,
          code: body(code),
        },
      ],
    },
    {
      watched,
      fuel: 10_000,
      onRefuel: () => {
        throw new Fault('ran on');
      },
    },
  );
  return machine;
}

/** Faults that the code may raise. */
function countChecks(bytes: Uint8Array, fault: FaultName): number {
  const raise = [Op.i32_const, FAULTS.indexOf(fault), Op.call];
  return [...bytes].filter((_, n) => raise.every((b, k) => bytes[n + k] === b)).length;
}

describe.each(Object.entries(CASES))('%s', (_, { code, fault = 'SubscriptOutOfRange', checks }) => {
  it(`leaves ${checks} checks`, () => {
    expect(countChecks(machineOf(code, false).generated.bytes, fault)).toBe(checks);
  });

  it('does the same whether or not it is watched', () => {
    const [plain, watched] = [machineOf(code, false), machineOf(code, true)];
    for (const n of [-(2n ** 63n), -1n, 0n, 1n, 2n, 3n, 4n, 5n, 8n, 9n, 2n ** 63n - 1n]) {
      for (const length of [0, 1, 3, 4, 9]) {
        expect([n, length, outcome(watched, n, length)]).toEqual([n, length, outcome(plain, n, length)]);
      }
    }
  });
});

function outcome(machine: Running, n: bigint, length: number): unknown {
  try {
    machine.imports.fuel.value = 10_000;
    return machine.call('p', n, machine.globals[0]!, length);
  } catch (error) {
    if (error instanceof Fault) return error.message;
    throw error;
  }
}
