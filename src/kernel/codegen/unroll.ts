/**
 * Short loops that count from a constant to what is known to be one are written out, turn after turn: no counter is compared, and whatever is computed of it is a constant.
 *
 *     loop                                  block
 *       … body                                i := first    … body, with `first` for i
 *       br_if out (i >= last)                 …
 *       i := i + 1                            i := last     … body, with `last` for i
 *       br loop                               br out
 *     end                                   end
 *
 * Fuel is paid for all turns as if it were a loop, but by what is around: that is bounded, as other straight code is.
 */
import { BLOCK_VOID, opcode } from '../../bytecode/opcodes.ts';
import type { TypedInstruction } from '../../bytecode/verify/operands.ts';
import type { FrameShape } from './frame.ts';
import { loopsOf } from './loops.ts';
import { type Cost, type Costs, fuelOf } from './payment.ts';
import { collects } from './plan.ts';
import type { Program } from './program.ts';
import { analyse } from './ranges/analyse.ts';
import type { Ranges } from './ranges/ranges.ts';
import { type CountingLoop, countingLoop } from './strip.ts';

export interface Unrolled {
  readonly instructions: readonly TypedInstruction[];
  readonly costs: Costs;
}

const MAX_TURNS = 16;
/** Instructions of one loop, and of all its turns. */
const MAX_LOOP = 48;
const MAX_COPIES = 160;
/** Of a procedure. */
const MAX_GROWTH = 640;

const [BLOCK, BR, GET, SET, CONST, CHECK_RANGE, OPEN, SUBARRAY, VIEW] = [
  'block',
  'br',
  'local.get',
  'local.set',
  'int.const',
  'check.range',
  'open',
  'subarray',
  'view.array',
].map((name) => opcode(name).code) as [number, number, number, number, number, number, number, number, number];

interface Candidate {
  readonly begin: number;
  readonly end: number;
  readonly loop: CountingLoop;
  readonly first: bigint;
}

/** Undefined where there is no such loop. `grow`: whether the file may have so many instructions more; if so, it has. */
export function unroll(
  p: Program,
  shape: FrameShape,
  all: readonly TypedInstruction[],
  grow: (instructions: number) => boolean,
): Unrolled | undefined {
  const candidates = find(all);
  if (candidates.length === 0) return undefined;
  // What bounds variables have is looked at only where lengths of arrays may be constants.
  const isWorthIt = candidates.some(({ loop }) => 'local' in loop.limit) && all.some(makesKnownLength);
  const ranges = isWorthIt ? analyse(p, shape, all) : undefined;
  const turns = new Map<number, { readonly candidate: Candidate; readonly turns: number }>();
  let left = MAX_GROWTH;
  for (const candidate of candidates) {
    const count = turnsOf(all, candidate, ranges);
    const size = candidate.loop.test - candidate.begin + 1;
    if (count === undefined || count * size > Math.min(MAX_COPIES, left) || !grow(count * size)) continue;
    left -= count * size;
    turns.set(candidate.begin, { candidate, turns: count });
  }
  if (turns.size === 0) return undefined;
  const instructions: TypedInstruction[] = [];
  const costs = new Map<TypedInstruction, Cost>();
  for (let at = 0; at < all.length; at++) {
    const found = turns.get(at);
    if (!found) {
      instructions.push(all[at]!);
      continue;
    }
    write(all, found.candidate, found.turns, instructions, costs);
    at = found.candidate.end;
  }
  return { instructions, costs };
}

function makesKnownLength({ op, unreachable }: TypedInstruction): boolean {
  return !unreachable && (op === OPEN || op === SUBARRAY || op === VIEW);
}

function find(all: readonly TypedInstruction[]): Candidate[] {
  const found: Candidate[] = [];
  let assignments: Map<number, number[]> | undefined;
  for (const [begin, { end, innermost, simple }] of loopsOf(all)) {
    if (!innermost || !simple || end - begin > MAX_LOOP) continue;
    const [from, start] = [all[begin - 2], all[begin - 1]];
    if (from?.op !== CONST || start?.op !== SET || all[begin]!.immediates[0] !== BLOCK_VOID) continue;
    assignments ??= assignmentsOf(all);
    const loop = countingLoop(all, begin, end, assignments);
    if (!loop || loop.counter !== start.immediates[0] || !isByOnes(loop)) continue;
    if (all.slice(begin + 1, loop.test).some(collects)) continue;
    found.push({ begin, end, loop, first: from.immediates[0] as bigint });
  }
  return found;
}

function assignmentsOf(all: readonly TypedInstruction[]): Map<number, number[]> {
  const assignments = new Map<number, number[]>();
  all.forEach((i, at) => {
    if (i.op !== SET || i.unreachable) return;
    const local = i.immediates[0] as number;
    const known = assignments.get(local);
    if (known) known.push(at);
    else assignments.set(local, [at]);
  });
  return assignments;
}

function isByOnes({ place, up, step, leaves }: CountingLoop): boolean {
  return place === 'latch' && up && leaves === 'ge' && 'constant' in step && step.constant === 1n;
}

/** How many turns are made, unless the loop is left before. */
function turnsOf(
  all: readonly TypedInstruction[],
  { loop, first }: Candidate,
  ranges: Ranges | undefined,
): number | undefined {
  const { limit, test } = loop;
  const last = 'constant' in limit ? limit.constant : singleValue(limit.local, all, test, ranges);
  if (last === undefined || last - first >= MAX_TURNS || !passesCheck(all[loop.stepped - 1]!, first, last))
    return undefined;
  return last > first ? Number(last - first) + 1 : 1;
}

/** What the step is checked for, if it is, holds of every value that it gives. */
function passesCheck({ op, immediates }: TypedInstruction, first: bigint, last: bigint): boolean {
  if (op !== CHECK_RANGE || last <= first) return true;
  const [lo, hi] = immediates as readonly [bigint, bigint];
  return first + 1n >= lo && last <= hi;
}

/** What a local that the loop leaves alone is, where the test compares it with the counter, if it can only be one value there. */
function singleValue(
  local: number,
  all: readonly TypedInstruction[],
  test: number,
  ranges: Ranges | undefined,
): bigint | undefined {
  const input = all[test]!.immediates[0] === local ? 0 : 1;
  const known = ranges?.interval(test + 2, input);
  return known && known.lo === known.hi ? known.lo : undefined;
}

function write(
  all: readonly TypedInstruction[],
  { begin, end, loop, first }: Candidate,
  turns: number,
  to: TypedInstruction[],
  costs: Map<TypedInstruction, Cost>,
): void {
  const head = all[begin]!;
  const exit = all[loop.exit]!;
  const block = { ...head, op: BLOCK };
  const before = to.length;
  to.push(block);
  for (let turn = 0; turn < turns; turn++) {
    const value = first + BigInt(turn);
    const constant = { op: CONST, immediates: [value], outputs: [{ k: 'int', lo: value, hi: value }] } as const;
    const start = all[begin - 1]!;
    to.push({ ...start, ...constant, inputs: [] }, { ...start, inputs: constant.outputs });
    for (let at = begin + 1; at < loop.test; at++) {
      const i = all[at]!;
      to.push(i.op === GET && i.immediates[0] === loop.counter && !i.unreachable ? { ...i, ...constant } : i);
    }
  }
  to.push({ ...exit, op: BR, inputs: [] }, all[end]!);
  const weight = fuelOf(count(all.slice(begin, end)));
  costs.set(block, { fuel: weight * turns, instructions: count(to.slice(before)) });
}

/** Those that are paid for. */
function count(instructions: readonly TypedInstruction[]): number {
  return instructions.reduce((n, i) => (i.unreachable ? n : n + 1), 0);
}
