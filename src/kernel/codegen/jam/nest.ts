/**
 * Nests of two loops that may be jammed, by their shape: an outer one that counts up by a constant, and in it straight code, one inner loop that counts by a constant and has
 * nothing in it but straight code, and straight code again.
 *
 *     loop
 *       before
 *       block
 *         entry                 may leave the block
 *         loop
 *           inner               leaves the block by its test
 *           br 0
 *         end
 *       end
 *       after
 *       test and step
 *       br 0
 *     end
 */
import { BLOCK_VOID, opcode } from '../../../bytecode/opcodes.ts';
import type { TypedInstruction } from '../../../bytecode/verify/operands.ts';
import { type CountingLoop, countingLoop } from '../strip.ts';
import { MAX_NEST } from './budget.ts';
import { isStraight } from './rules.ts';

/** Instructions from one up to another that leave the stack as they have found it. */
export interface Statement {
  readonly from: number;
  readonly to: number;
  /** Locals that it assigns. */
  readonly sets: readonly number[];
}

/** A loop that counts by a constant. */
export type Counting = CountingLoop & { readonly step: { readonly constant: bigint } };

export interface Nest {
  /** The outer loop. */
  readonly begin: number;
  readonly end: number;
  readonly outer: Counting;
  readonly block: number;
  /** The inner loop. */
  readonly loop: number;
  readonly loopEnd: number;
  readonly inner: Counting;
  readonly before: readonly Statement[];
  readonly entry: readonly Statement[];
  readonly body: readonly Statement[];
  readonly after: readonly Statement[];
}

const [BLOCK, LOOP, IF, TRY, END, BR, BR_IF, SET] = [
  'block',
  'loop',
  'if',
  'try',
  'end',
  'br',
  'br_if',
  'local.set',
].map((name) => opcode(name).code);

interface Open {
  readonly at: number;
  readonly op: number;
  /** Nothing but straight code and loops in it so far. */
  fit: boolean;
  /** The loop in it; NaN for several. */
  loop: number | undefined;
}

/** Where the outer and the inner loop begin, and where they end, of all that may be such nests. */
function candidates(all: readonly TypedInstruction[]): (readonly [begin: number, end: number, loop: number])[] {
  const found: (readonly [number, number, number])[] = [];
  const open: Open[] = [];
  for (let at = 0; at < all.length; at++) {
    const { op, unreachable } = all[at]!;
    const around = open[open.length - 1];
    if (op === BLOCK || op === LOOP || op === IF || op === TRY) {
      open.push({ at, op, fit: (op === BLOCK || op === LOOP) && !unreachable, loop: undefined });
    } else if (op === END) {
      const closed = open.pop();
      const outer = open[open.length - 1];
      if (!closed) continue;
      const length = at - closed.at;
      if (closed.op === LOOP && closed.fit && closed.loop !== undefined && !Number.isNaN(closed.loop)) {
        if (length <= MAX_NEST) found.push([closed.at, at, closed.loop]);
      }
      if (!outer) continue;
      if (!closed.fit || length > MAX_NEST) outer.fit = false;
      const loop = closed.op === LOOP ? (closed.loop === undefined ? closed.at : Number.NaN) : closed.loop;
      if (loop !== undefined) outer.loop = outer.loop === undefined ? loop : Number.NaN;
    } else if (around && (unreachable || !(isStraight(op) || op === BR))) around.fit = false;
  }
  return found;
}

export function findNests(all: readonly TypedInstruction[]): Nest[] {
  const found = candidates(all);
  if (found.length === 0) return [];
  const assignments = new Map<number, number[]>();
  all.forEach(({ op, immediates, unreachable }, at) => {
    if (op !== SET || unreachable) return;
    const local = immediates[0] as number;
    const known = assignments.get(local);
    if (known) known.push(at);
    else assignments.set(local, [at]);
  });
  return found.flatMap(([begin, end, loop]) => nestAt(all, assignments, begin, end, loop) ?? []);
}

function nestAt(
  all: readonly TypedInstruction[],
  assignments: ReadonlyMap<number, readonly number[]>,
  begin: number,
  end: number,
  loop: number,
): Nest | undefined {
  const height = all[begin]!.height;
  let loopEnd = loop + 1;
  while (all[loopEnd]!.op !== END) loopEnd++;
  let block = loop - 1;
  while (block > begin && all[block]!.op !== BLOCK) block--;
  if (block === begin || all[loopEnd + 1]!.op !== END) return undefined;
  if ([begin, block, loop].some((at) => all[at]!.immediates[0] !== BLOCK_VOID)) return undefined;
  if ([block, loop, loopEnd, loopEnd + 1].some((at) => all[at]!.height !== height)) return undefined;
  const outer = countingLoop(all, begin, end, assignments);
  const inner = countingLoop(all, loop, loopEnd, assignments);
  if (!outer?.up || !inner || !isBetween(outer) || !isBetween(inner) || outer.counter === inner.counter)
    return undefined;
  // Its test goes to the end of the block.
  if (all[inner.exit]!.immediates[0] !== 1 || all[loopEnd - 1]!.op !== BR) return undefined;
  const atLatch = outer.place === 'latch';
  const before = statements(all, atLatch ? begin + 1 : outer.exit + 1, block, height);
  const entry = statements(all, block + 1, loop, height);
  const body = statements(all, loop + 1, loopEnd - 1, height);
  const after = statements(all, loopEnd + 2, atLatch ? outer.test : end - 1, height);
  if (!before || !entry || !body || !after || outer.stepped !== end - 2) return undefined;
  if (!atLatch && after.pop()?.to !== end - 1) return undefined;
  const leaves = (s: Statement, label: number): boolean => {
    const { op, immediates } = all[s.to - 1]!;
    return op !== BR_IF || immediates[0] === label;
  };
  const goesOn = (s: Statement): boolean => all[s.to - 1]!.op !== BR_IF;
  const isWell =
    before.every(goesOn) &&
    after.every(goesOn) &&
    entry.every((s) => leaves(s, 0)) &&
    body.every((s) => leaves(s, 1) && (goesOn(s) || s.to === inner.exit + 1));
  return isWell ? { begin, end, outer, block, loop, loopEnd, inner, before, entry, body, after } : undefined;
}

/** In every turn the counter is between where it began and the limit. */
function isBetween(loop: CountingLoop): loop is Counting {
  const { up, step, leaves, place } = loop;
  const passes = up ? leaves === 'ge' || leaves === 'gt' : leaves === 'le' || leaves === 'lt';
  return 'constant' in step && place !== 'foot' && (passes || leaves === 'near');
}

function statements(
  all: readonly TypedInstruction[],
  from: number,
  to: number,
  height: number,
): Statement[] | undefined {
  const found: Statement[] = [];
  let start = from;
  let sets: number[] = [];
  for (let at = from; at < to; at++) {
    const { op, immediates, outputs, height: below, unreachable } = all[at]!;
    if (unreachable || !isStraight(op)) return undefined;
    if (op === SET) sets.push(immediates[0] as number);
    if (below + outputs.length !== height) continue;
    found.push({ from: start, to: at + 1, sets });
    start = at + 1;
    sets = [];
  }
  return start === to ? found : undefined;
}
