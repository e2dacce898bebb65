/** Of what is masked to 32 bits only 32 are computed: with the same results as with 64. */
import { describe, expect, it } from 'vitest';
import { OPCODES } from '../../../src/bytecode/opcodes.ts';
import { T } from '../../../src/bytecode/types.ts';
import type { TypedInstruction } from '../../../src/bytecode/verify/operands.ts';
import { verifyProcedure } from '../../../src/bytecode/verify/verify.ts';
import { narrow } from '../../../src/kernel/codegen/narrow.ts';
import { ANY } from '../../../src/kernel/codegen/ranges/range.ts';
import { NO_RANGES, Ranges } from '../../../src/kernel/codegen/ranges/ranges.ts';
import { buildModule, type Code, type ModuleSpec, own, run } from './harness.ts';

const WORD = 2n ** 32n - 1n;
const MASK: Code = [['int.const', WORD], ['word.and']];
const word = { mode: 'value', type: own(0) } as const;
const int = { mode: 'value', type: T.INTEGER } as const;

/** A function of two integers and two words of 32 bits. */
const spec = (code: Code): ModuleSpec => ({
  types: [{ kind: 'subrange', base: T.INTEGER, lo: 0n, hi: WORD }],
  procedures: [{ name: 'f', params: [int, int, word, word], result: T.INTEGER, code: [...code, ['return'], ['end']] }],
});

/** Names of the instructions that work on 32 bits. */
function performed(code: Code, ranges = NO_RANGES): string[] {
  const instructions: TypedInstruction[] = [];
  expect(verifyProcedure(buildModule(spec(code)), 0, (i) => instructions.push(i))).toBeUndefined();
  const found = narrow(instructions, ranges);
  return instructions.flatMap((i, at) => (found.isPerformed(at) ? [OPCODES[i.op]!.name] : []));
}

const get = (n: number): Code => [['local.get', n]];
const shift = (n: bigint): Code => [['int.const', n], ['word.shift']];
const rotated = (n: number, by: bigint): Code => [
  ...get(n),
  ...shift(-by),
  ...get(n),
  ...shift(32n - by),
  ['word.or'],
  ...MASK,
];

describe('which instructions', () => {
  it('those of a rotation, down to a word that is known to be one', () => {
    const [all, wide] = [performed(rotated(2, 7n)), performed(rotated(0, 7n))];
    expect(all).toEqual(['word.shift', 'word.shift', 'word.or', 'int.const', 'word.and']);
    expect(wide).toEqual(['word.shift', 'word.or', 'int.const', 'word.and']);
  });
  it('also where it is the analysis of ranges that knows', () => {
    const ranges = new Ranges();
    // The first shift's operand.
    ranges.note(2, 0, { lo: 0, hi: 2 ** 32 - 1 }, ANY);
    expect(performed(rotated(0, 7n), ranges)).toEqual(performed(rotated(2, 7n)));
  });
  it('where constants are worked out', () => {
    const by: Code = [['int.const', 32n], ['int.const', 7n], ['int.sub'], ['check.range', 0n, 63n], ['word.shift']];
    expect(performed([...get(2), ...by, ...MASK])).toContain('word.shift');
  });
  it('combinations of words need no mask', () => {
    expect(performed([...rotated(2, 7n), ...rotated(3, 9n), ['word.xor']])).toContain('word.xor');
  });
  it('MOD of a power of two', () => {
    const code: Code = [...get(0), ...shift(3n), ...get(1), ['int.add']];
    expect(performed([...code, ['int.const', 256n], ['int.mod']])).toEqual(['word.shift', 'int.add', 'int.mod']);
    expect(performed([...code, ['int.const', 255n], ['int.mod']])).toEqual([]);
    expect(performed([...code, ['int.const', 2n ** 33n], ['int.mod']])).toEqual([]);
  });
  it('none without a shift, without a mask, or with a wider one', () => {
    expect(performed([...get(0), ...get(1), ['int.add'], ...MASK])).toEqual([]);
    expect(performed([...get(0), ...shift(3n), ...get(1), ['int.add']])).toEqual([]);
    expect(performed([...get(0), ...shift(3n), ['int.const', WORD + 1n], ['word.and']])).toEqual([]);
    expect(performed([...get(0), ...shift(3n), ['int.const', -1n], ['word.and']])).toEqual([]);
  });
  it('not what is used twice, nor what a shift takes by a count that varies', () => {
    expect(performed([...get(0), ...shift(3n), ['dup'], ['word.or'], ...MASK])).toEqual([]);
    expect(performed([...get(2), ...get(1), ['word.shift'], ...get(3), ...shift(2n), ['word.or'], ...MASK])).toEqual([
      'word.shift',
      'word.or',
      'int.const',
      'word.and',
    ]);
  });
});

// ---------------------------------------------------------------- results

interface Expression {
  readonly code: Code;
  readonly value: (args: readonly bigint[]) => bigint;
}

const wrap = (x: bigint): bigint => BigInt.asIntN(64, x);
const unsigned = (x: bigint): bigint => BigInt.asUintN(64, x);

const BINARY: Readonly<Record<string, (x: bigint, y: bigint) => bigint>> = {
  'int.add': (x, y) => x + y,
  'int.sub': (x, y) => x - y,
  'int.mul': (x, y) => x * y,
  'word.and': (x, y) => x & y,
  'word.or': (x, y) => x | y,
  'word.xor': (x, y) => x ^ y,
};

/** Numbers that look random, the same in every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return (state >>> 8) % below;
  };
}

function expression(next: (below: number) => number, depth: number): Expression {
  const kind = depth === 0 ? next(2) : next(9);
  if (kind === 0) {
    const n = next(4);
    return { code: get(n), value: (args) => args[n]! };
  }
  if (kind === 1) {
    const value = [0n, 1n, -1n, WORD, WORD + 1n, 255n, -(2n ** 63n)][next(7)]!;
    return { code: [['int.const', value]], value: () => value };
  }
  const x = expression(next, depth - 1);
  if (kind <= 3) {
    const n = BigInt(next(80) - 40);
    const by = n < 0n ? (v: bigint) => unsigned(v) >> -n : (v: bigint) => v << n;
    return { code: [...x.code, ...shift(n)], value: (args) => wrap(by(x.value(args))) };
  }
  if (kind === 4) return { code: [...x.code, ['int.neg']], value: (args) => wrap(-x.value(args)) };
  if (kind === 5) {
    const y = 2n ** BigInt(next(40));
    return {
      code: [...x.code, ['int.const', y], ['int.mod']],
      value: (args) => ((x.value(args) % y) + y) % y,
    };
  }
  if (kind === 6) return { code: [...x.code, ['word.not']], value: (args) => wrap(~x.value(args)) };
  if (kind === 7) {
    const mask = [WORD, 255n, 2n ** 40n - 1n][next(3)]!;
    return { code: [...x.code, ['int.const', mask], ['word.and']], value: (args) => x.value(args) & mask };
  }
  const names = Object.keys(BINARY);
  const name = names[next(names.length)]!;
  const y = expression(next, depth - 1);
  return {
    code: [...x.code, ...y.code, [name]],
    value: (args) => wrap(BINARY[name]!(x.value(args), y.value(args))),
  };
}

const ARGUMENTS: readonly (readonly bigint[])[] = [
  [0n, 0n, 0n, 0n],
  [-1n, 1n, WORD, 1n],
  [2n ** 63n - 1n, -(2n ** 63n), 2n ** 31n, WORD - 1n],
  [0x1234_5678_9abc_def0n, -0x0fed_cba9_8765_4321n, 0x89ab_cdefn, 0x7654_3210n],
];

it.each([1, 2, 3, 4])('expressions of all sorts (%i)', (seed) => {
  const next = numbers(seed);
  let narrowed = 0;
  for (let n = 0; n < 150; n++) {
    const e = expression(next, 6);
    const code = next(3) === 0 ? e.code : [...e.code, ...MASK];
    const expected = (args: readonly bigint[]) => (code === e.code ? e.value(args) : e.value(args) & WORD);
    const m = run(spec(code));
    narrowed += performed(code).length;
    for (const args of ARGUMENTS) expect([code, args, m.call('f', ...args)]).toEqual([code, args, expected(args)]);
  }
  expect(narrowed).toBeGreaterThan(100);
});
