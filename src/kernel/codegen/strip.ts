/**
 * Loops that count: one local goes by the same amount in every turn, and a comparison with a limit that stays as it is leaves the loop. So it can be computed when they begin, and
 * whenever they have run for a while, how many turns are to come. FOR makes such loops (2.3.16), and so do many a WHILE.
 *
 * What is looked for are shapes of verified bytecode, whoever has made it.
 */
import { BLOCK_BOOL, OPCODES } from '../../bytecode/opcodes.ts';
import type { TypedInstruction } from '../../bytecode/verify/operands.ts';
import { assignedOnce, type Inside } from './counted.ts';
import { MIRRORED, NEGATED, type Relation } from './facts.ts';

/** A constant, or a local that the loop does not assign. */
export type Amount = { readonly constant: bigint } | { readonly local: number };

export interface CountingLoop {
  readonly counter: number;
  readonly up: boolean;
  /** How far the counter goes in a turn; positive. */
  readonly step: Amount;
  readonly limit: Amount;
  /** The loop is left where this holds between counter and limit; `near`: where the next step would pass the limit. */
  readonly leaves: Relation | 'near';
  /** What is known of the limit. */
  readonly within: { readonly lo: bigint; readonly hi: bigint };
  /** First instruction of the test, and the branch that ends it. */
  readonly test: number;
  readonly exit: number;
  /** The assignment that makes the step. */
  readonly stepped: number;
  readonly place: Place;
}

/**
 * Where a turn makes the test. `head`: first of all, so there may be no turn. `latch`: before the step, which is all that follows it. `foot`: last of all, with the step somewhere
 * before it; its branch goes on with the loop, where the others leave it.
 */
export type Place = 'head' | 'latch' | 'foot';

/** Of a simple loop. `assignments`: of each local, the instructions that assign it, in order. */
export function countingLoop(
  all: readonly TypedInstruction[],
  begin: number,
  end: number,
  assignments: ReadonlyMap<number, readonly number[]>,
): CountingLoop | undefined {
  const back = all[end - 1]!;
  // A branch may leave operands behind; what is made of this one must not.
  if (back.immediates[0] !== 0 || back.height !== all[begin]!.height) return undefined;
  const inside = assignedOnce(begin, end, assignments);
  let test: Test | undefined;
  if (is(back, 'br')) test = testAt(all, begin + 1, inside, 'head') ?? latchAt(all, end, inside);
  else if (is(back, 'br_if') && all[begin]!.immediates[0] !== BLOCK_BOOL) test = footAt(all, end, inside);
  if (!test) return undefined;
  const stepped = inside(test.counter)!;
  if (test.place === 'latch' && stepped !== end - 2) return undefined;
  const step = stepAt(all, stepped, test.counter, inside);
  if (!step || !goesOn(test, step) || !isAtTop(all, begin, stepped)) return undefined;
  return { ...test, ...step, stepped };
}

type Test = Omit<CountingLoop, 'step' | 'stepped' | 'up'>;
type Step = Pick<CountingLoop, 'step' | 'up'>;

const RELATIONS: Readonly<Record<string, Relation>> = {
  'int.eq': 'eq',
  'int.ne': 'ne',
  'int.lt': 'lt',
  'int.le': 'le',
  'int.gt': 'gt',
  'int.ge': 'ge',
};

/** Counter, limit, comparison, perhaps a negation, and the branch out of the loop, or at its foot back; or limit, counter, … */
function testAt(all: readonly TypedInstruction[], test: number, inside: Inside, place: Place): Test | undefined {
  const made = nameOf(all[test + 2]);
  const relation = RELATIONS[made];
  const negated = nameOf(all[test + 3]) === 'bool.not';
  const exit = test + (negated ? 4 : 3);
  if (!relation || !is(all[exit], 'br_if') || leavesLoop(all[exit]) === (place === 'foot')) return undefined;
  const leaves = negated === (place === 'foot') ? relation : NEGATED[relation];
  return (
    sides(all, test, test + 1, inside, { leaves, test, exit, place }) ??
    sides(all, test + 1, test, inside, { leaves: MIRRORED[leaves], test, exit, place })
  );
}

function sides(
  all: readonly TypedInstruction[],
  counterAt: number,
  limitAt: number,
  inside: Inside,
  rest: Pick<Test, 'leaves' | 'test' | 'exit' | 'place'>,
): Test | undefined {
  const counter = all[counterAt]!;
  const limit = amount(all[limitAt], inside);
  if (!is(counter, 'local.get') || !limit) return undefined;
  const local = counter.immediates[0] as number;
  return inside(local) !== undefined ? { counter: local, ...limit, ...rest } : undefined;
}

/** The test of a FOR, which its step follows at once: the counter has reached the limit, or what is left is less than a step. */
function latchAt(all: readonly TypedInstruction[], end: number, inside: Inside): Test | undefined {
  let at = end - 2;
  if (!is(all[at], 'local.set')) return undefined;
  if (nameOf(all[at - 1]) === 'check.range') at--;
  const exit = at - 4;
  const unit = testAt(all, exit - 3, inside, 'latch');
  if (unit) return unit.exit === exit ? unit : undefined;
  if (!leavesLoop(all[exit]) || nameOf(all[exit - 1]) !== 'word.lt' || nameOf(all[exit - 3]) !== 'int.sub')
    return undefined;
  const test = exit - 5;
  const rest = { leaves: 'near', test, exit, place: 'latch' } as const;
  const up = sides(all, test + 1, test, inside, rest);
  const found = up ?? sides(all, test, test + 1, inside, rest);
  const near = amount(all[exit - 2], inside)?.limit;
  const step = found && stepAt(all, inside(found.counter)!, found.counter, inside);
  if (!step || !near || !('constant' in near) || !('constant' in step.step)) return undefined;
  return near.constant === step.step.constant && step.up === (up !== undefined) ? found : undefined;
}

/** The test of a REPEAT, which nothing follows. */
function footAt(all: readonly TypedInstruction[], end: number, inside: Inside): Test | undefined {
  for (const test of [end - 4, end - 5]) {
    const found = testAt(all, test, inside, 'foot');
    if (found?.exit === end - 1) return found;
  }
  return undefined;
}

/** What a counter goes in a strip is a word then, also where the counter itself wraps. */
const MAX_STEP = 2n ** 50n;

/** Counter, amount, sum or difference, perhaps a check that changes nothing about it, assignment. */
function stepAt(all: readonly TypedInstruction[], stepped: number, counter: number, inside: Inside): Step | undefined {
  let at = stepped - 1;
  if (nameOf(all[at]) === 'check.range') at--;
  const operation = nameOf(all[at]);
  const from = all[at - 2];
  if ((operation !== 'int.add' && operation !== 'int.sub') || !is(from, 'local.get')) return undefined;
  if (from.immediates[0] !== counter) return undefined;
  const by = amount(all[at - 1], inside);
  if (!by) return undefined;
  const { lo, hi } = by.within;
  if (lo > 0n && hi <= MAX_STEP) return { step: by.limit, up: operation === 'int.add' };
  if (hi >= 0n || !('constant' in by.limit) || lo < -MAX_STEP) return undefined;
  return { step: { constant: -by.limit.constant }, up: operation === 'int.sub' };
}

/** Whether a counter that goes this way meets what leaves the loop, and no step takes it past where it would have been left. */
function goesOn({ leaves, place }: Test, { step, up }: Step): boolean {
  const unit = 'constant' in step && step.constant === 1n;
  if (leaves === 'near') return true;
  if (leaves === 'eq') return unit && place === 'head';
  if (place === 'latch') return unit && leaves === (up ? 'ge' : 'le');
  if (place === 'foot' && !unit) return false;
  return up ? leaves === 'ge' || leaves === 'gt' : leaves === 'le' || leaves === 'lt';
}

function amount(i: TypedInstruction | undefined, inside: Inside): Pick<Test, 'limit' | 'within'> | undefined {
  const output = i?.outputs[0];
  if (!i || i.unreachable || output?.k !== 'int') return undefined;
  const within = { lo: output.lo, hi: output.hi };
  if (nameOf(i) === 'int.const') return { limit: { constant: i.immediates[0] as bigint }, within };
  if (nameOf(i) !== 'local.get') return undefined;
  const local = i.immediates[0] as number;
  return inside(local) === undefined ? { limit: { local }, within } : undefined;
}

/** The step is in no block: all that go on to the end of the loop make it, once. */
function isAtTop(all: readonly TypedInstruction[], begin: number, at: number): boolean {
  let depth = 0;
  for (let n = begin + 1; n < at; n++) {
    const name = nameOf(all[n]);
    if (name === 'block' || name === 'loop' || name === 'if' || name === 'try') depth++;
    else if (name === 'end') depth--;
  }
  return depth === 0;
}

function leavesLoop(i: TypedInstruction | undefined): boolean {
  return is(i, 'br_if') && (i.immediates[0] as number) > 0;
}

function nameOf(i: TypedInstruction | undefined): string {
  return i === undefined ? '' : OPCODES[i.op]!.name;
}
function is(i: TypedInstruction | undefined, name: string): i is TypedInstruction {
  return i !== undefined && !i.unreachable && OPCODES[i.op]!.name === name;
}
