/** What is known of the results of operations must hold: a range check that is left out after one is one that could not fail. */
import { describe, expect, it } from 'vitest';
import { T } from '../../../src/bytecode/types.ts';
import { type Code, Fault, type ProcedureSpec, run } from './harness.ts';

const int = { mode: 'value' as const, type: T.INTEGER };
const signed = (x: bigint): bigint => BigInt.asIntN(64, x);
const unsigned = (x: bigint): bigint => BigInt.asUintN(64, x);

interface Case {
  readonly name: string;
  readonly code: Code;
  readonly meaning: (x: bigint, y: bigint) => bigint;
}

const X = ['local.get', 0] as const;
const Y = ['local.get', 1] as const;
const MASKS = [0n, 1n, 15n, 0xffn, 0x7fff_ffff_ffff_ffffn, -1n, -16n];
const COUNTS = [-63n, -60n, -8n, -1n, 0n, 1n, 8n, 60n, 63n];
const shifted = (x: bigint, n: bigint): bigint => signed(n >= 0n ? unsigned(x) << n : unsigned(x) >> -n);

const CASES: readonly Case[] = [
  ...MASKS.flatMap((m): Case[] => [
    { name: `and ${m}`, code: [X, ['int.const', m], ['word.and']], meaning: (x) => x & m },
    { name: `or ${m}`, code: [X, ['int.const', m], ['word.or']], meaning: (x) => x | m },
    { name: `xor ${m}`, code: [X, ['int.const', m], ['word.xor']], meaning: (x) => x ^ m },
    ...(['word.or', 'word.xor'] as const).map(
      (op): Case => ({
        name: `${op} of parts by ${m}`,
        code: [X, ['int.const', m], ['word.and'], Y, ['int.const', 5n], ['word.and'], [op]],
        meaning: (x, y) => (op === 'word.or' ? (x & m) | (y & 5n) : (x & m) ^ (y & 5n)),
      }),
    ),
    ...COUNTS.map(
      (n): Case => ({
        name: `${m} shifted by ${n}`,
        code: [X, ['int.const', m], ['word.and'], ['int.const', n], ['word.shift']],
        meaning: (x) => shifted(x & m, n),
      }),
    ),
    { name: `minus ${m}`, code: [X, ['int.const', m], ['word.and'], ['int.neg']], meaning: (x) => signed(-(x & m)) },
  ]),
  ...COUNTS.map(
    (n): Case => ({ name: `shift ${n}`, code: [X, ['int.const', n], ['word.shift']], meaning: (x) => shifted(x, n) }),
  ),
  ...[0n, 1n, 8n, 63n, 64n].map(
    (n): Case => ({
      name: `extract ${n}`,
      code: [X, ['int.const', 0n], ['int.const', n], ['word.extract']],
      meaning: (x) => signed(unsigned(x) & ((1n << n) - 1n)),
    }),
  ),
];

const RANGES = [
  [0n, 15n],
  [0n, 14n],
  [-5n, 0n],
  [0n, 0xffn],
  [0n, 2n ** 63n - 1n],
  [-(2n ** 63n), -1n],
] as const;
const VALUES = [-(2n ** 63n), -17n, -1n, 0n, 1n, 7n, 16n, 255n, 256n, 2n ** 62n, 2n ** 63n - 1n];

/** The value is checked where it is computed, or after a local has kept it; a local that has been assigned since says nothing of itself. */
const WAYS: Readonly<Record<string, (code: Code) => Code>> = {
  'at once': (code) => code,
  'by a local': (code) => [...code, ['local.set', 0], ['int.const', 77n], ['local.set', 1], X],
  'after the local was assigned': (code) => [
    ['int.const', 3n],
    ['word.and'],
    ['local.set', 2],
    ...code,
    ['local.set', 2],
    ['local.get', 2],
  ],
};

describe.each(Object.entries(WAYS))('%s', (way, through) => {
  const procedures = CASES.flatMap((c, n) =>
    RANGES.map(
      ([lo, hi], r): ProcedureSpec => ({
        name: `p${n}_${r}`,
        params: [int, int],
        result: T.INTEGER,
        locals: [{}, {}, { type: T.INTEGER }],
        code: [
          ...(way === 'after the local was assigned' ? [X] : []),
          ...through(c.code),
          ['check.range', lo, hi],
          ['return'],
          ['end'],
        ],
      }),
    ),
  );
  const machine = run({ procedures });

  it.each(CASES.map((c, n) => [c.name, n] as const))('%s', (_, n) => {
    for (const [r, [lo, hi]] of RANGES.entries()) {
      for (const x of VALUES) {
        for (const y of [0n, -1n, 6n]) {
          const value = CASES[n]!.meaning(x, y);
          const expected = value >= lo && value <= hi ? value : 'ValueOutOfRange';
          expect([lo, hi, x, y, outcome(`p${n}_${r}`, x, y)]).toEqual([lo, hi, x, y, expected]);
        }
      }
    }
  });

  function outcome(name: string, x: bigint, y: bigint): unknown {
    try {
      return machine.call(name, x, y);
    } catch (error) {
      if (error instanceof Fault) return error.message;
      throw error;
    }
  }
});
