/**
 * Loops that count are cut into strips: so many turns as the batch can pay for, or as there are to come if those are fewer. A strip is paid before it begins, and all that is left in
 * its turns is one comparison of the counter with the value at which the strip ends. The real test is made between strips.
 *
 *     the test is at the head                  the test is at the latch, before the step
 *
 *     loop $strip                              loop $strip
 *       br_if $exit (test)                       … pay; compute $stop
 *       … pay; compute $stop                     loop $turn
 *       loop $turn                                 … body
 *         … body and step                          if (counter = $stop)
 *         br_if $turn (counter # $stop)              br_if $exit (test)
 *       end                                          … step
 *       br $strip                                    br $strip
 *     end                                          end
 *                                                  … step
 *                                                  br $turn
 *
 * Where the test is at the foot, after the step, the strip begins as on the right and ends as on the left, but with the test after the inner loop: `br_if $strip` (not test).
 *
 * The counter may wrap: it meets `$stop` after so many steps all the same, and whether the loop goes on is for the test to say. All distances are words without sign.
 */
import { OPCODES } from '../../../bytecode/opcodes.ts';
import type { TypedInstruction } from '../../../bytecode/verify/operands.ts';
import { Op } from '../../wasm/opcodes.ts';
import { bigint, type Emitter, number } from '../emitter.ts';
import { ANY_INTEGER, type Interval, learnBounds, meet, NEGATED, where } from '../facts.ts';
import { movePointers } from '../invariants/pointers.ts';
import type { Amount, CountingLoop } from '../strip.ts';
import { branchIf, pay } from './control.ts';
import { checkRange } from './integer.ts';

/** A loop that is being generated in strips. */
export interface Strips extends CountingLoop {
  /** Fuel of one turn. */
  readonly weight: number;
  /** Local with the value at which the counter ends the strip. */
  readonly stop: number;
}

/** All that precedes the first turn. The loop's frame has not been pushed; the outer of its two loops is open then, and the inner one is to be. */
export function beginStrips(e: Emitter, loop: CountingLoop, weight: number): Strips {
  const { code } = e;
  const batch = e.batch!;
  const { place, up, step, counter } = loop;
  const atHead = place === 'head';
  const strips = { ...loop, weight, stop: (e.stop ??= code.local('i64')) };
  if (atHead) {
    // The test is made once more than there are turns.
    pay(e, weight);
    code.get(batch).i32(weight).op(Op.i32_sub).set(batch);
  }
  code.loop();
  e.depth++;
  if (atHead) {
    pushTest(e, loop);
    branchIf(e, labelOfExit(e, loop) - 1);
  }
  const length = measure(e, strips);
  const one = hasOneMore(loop) ? 1 : 0;
  code.get(batch).get(length).op(Op.i32_wrap_i64);
  if (one) code.i32(1).op(Op.i32_add);
  if (weight !== 1) code.i32(weight).op(Op.i32_mul);
  code.op(Op.i32_sub).set(batch);
  code.get(e.words[counter]!).get(length);
  // At a latch the last turn makes no step.
  if (place !== 'latch' && one) code.i64(1n).op(Op.i64_add);
  if (!isUnit(step)) {
    push(e, step);
    code.op(Op.i64_mul);
  }
  code.op(up ? Op.i64_add : Op.i64_sub).set(strips.stop);
  e.replaced = { from: loop.test, to: loop.exit };
  return strips;
}

/** Whether a strip has one turn more than its length says. The number of all turns that a loop can make may be too much for a word. */
function hasOneMore({ place, leaves, step }: CountingLoop): boolean {
  return !(place === 'head' && isUnit(step) && leaves !== 'gt' && leaves !== 'lt');
}

/**
 * A local with the length of the strip. Where the test comes first it has just been made, so there is a turn.
 *
 * Most loops are so short that the batch can pay for all of it, and that is known at once where the branch is predicted: nothing of them waits for what the loops before them have cost.
 */
function measure(e: Emitter, strips: Strips): number {
  const { code } = e;
  const { leaves, up, step, limit, counter, place } = strips;
  const at = e.words[counter]!;
  const oneMore = hasOneMore(strips);
  // A shift instead of a division: one that is not exact only ends a strip earlier.
  const shift = Math.ceil(Math.log2(strips.weight));
  if (up) push(e, limit);
  code.get(at);
  if (!up) push(e, limit);
  code.op(Op.i64_sub);
  const meets = leaves === 'ge' || leaves === 'le' || leaves === 'eq';
  if (meets && oneMore && place !== 'latch') code.i64(1n).op(Op.i64_sub);
  if (!isUnit(step)) {
    push(e, step);
    code.op(Op.i64_div_u);
  }
  const length = e.setTemp('i64');
  // The counter of a loop that tests last may be past the limit from the beginning.
  const stopAtOnce = (): void => {
    code.get(length).i64(0n).get(at);
    push(e, limit);
    code.op(up ? Op.i64_lt_s : Op.i64_gt_s, Op.select).set(length);
  };
  const mayBePast = place !== 'head' && leaves !== 'near';
  const far = isFarWherePast(e, strips);
  if (mayBePast && !far) stopAtOnce();
  const pushPaid = (): void => {
    code.get(e.batch!);
    if (shift > 0) code.i32(shift).op(Op.i32_shr_u);
    code.op(Op.i64_extend_i32_u);
  };
  code.get(length);
  pushPaid();
  code.op(oneMore ? Op.i64_ge_u : Op.i64_gt_u).ifUnlikely();
  if (mayBePast && far) stopAtOnce();
  pay(e, 2 ** shift);
  pushPaid();
  if (oneMore) code.i64(1n).op(Op.i64_sub);
  const paid = e.setTemp('i64');
  code.get(length).get(paid).get(length).get(paid).op(Op.i64_lt_u, Op.select).set(length).end();
  return length;
}

/** Whether a counter that is past the limit when the loop begins is so far from it, the other way round, that no batch can pay for that. */
function isFarWherePast(e: Emitter, { up, counter, limit, within }: Strips): boolean {
  const from = e.facts.bounds.get(counter) ?? ANY_INTEGER;
  const to = knownLimit(e, limit, within);
  return (up ? from.hi - to.lo : to.hi - from.lo) <= 2n ** 63n;
}

/** In place of the branch that makes the test. */
export function testStrip(e: Emitter, loop: Strips): void {
  if (loop.place === 'foot') {
    nextTurn(e, loop);
    return;
  }
  learnFromTest(e, loop);
  if (loop.place === 'head') return;
  const { code } = e;
  pushCounterAndStop(e, loop);
  code.op(Op.i64_eq).if();
  e.depth++;
  pushTest(e, loop);
  branchIf(e, labelOfExit(e, loop));
  makeStep(e, loop);
  code.br(2).end();
  e.depth--;
}

/** In place of the branch that goes on with the loop, where the step precedes it. */
export function nextTurn(e: Emitter, loop: Strips): void {
  pushCounterAndStop(e, loop);
  e.code.op(Op.i64_ne).brIf(0);
}

/** Where the inner of the two loops has ended, where the step precedes that. */
export function nextStrip(e: Emitter, loop: Strips): void {
  if (loop.place === 'head') e.code.br(0);
  else if (loop.place === 'foot') {
    pushTest(e, loop);
    e.code.op(Op.i32_eqz).brIf(0);
  }
}

/** Leaves the fuel of the turns that will not be made, where the loop is left otherwise than by its test. */
export function pushUnused(e: Emitter, loop: Strips): void {
  const { code } = e;
  const at = e.words[loop.counter]!;
  if (loop.up) code.get(loop.stop).get(at);
  else code.get(at).get(loop.stop);
  code.op(Op.i64_sub);
  if (!isUnit(loop.step)) {
    push(e, loop.step);
    code.op(Op.i64_div_u);
  }
  code.op(Op.i32_wrap_i64);
  // The turn is over for the counter when it has made its step. What a test at the head costs comes on top.
  const stepped = e.now > loop.stepped;
  if (loop.place === 'head' && stepped) code.i32(1).op(Op.i32_add);
  if (loop.place === 'foot' && !stepped) code.i32(1).op(Op.i32_sub);
  if (loop.weight !== 1) code.i32(loop.weight).op(Op.i32_mul);
}

function pushCounterAndStop(e: Emitter, loop: Strips): void {
  e.code.get(e.words[loop.counter]!).get(loop.stop);
}

const TESTS = {
  eq: Op.i64_eq,
  ne: Op.i64_ne,
  lt: Op.i64_lt_s,
  le: Op.i64_le_s,
  gt: Op.i64_gt_s,
  ge: Op.i64_ge_s,
} as const;

/** Whether the loop is to be left. */
function pushTest(e: Emitter, { leaves, up, counter, limit, step }: CountingLoop): void {
  const limitFirst = leaves === 'near' && up;
  if (limitFirst) push(e, limit);
  e.code.get(e.words[counter]!);
  if (!limitFirst) push(e, limit);
  if (leaves !== 'near') {
    e.code.op(TESTS[leaves]);
    return;
  }
  e.code.op(Op.i64_sub);
  push(e, step);
  e.code.op(Op.i64_lt_u);
}

function learnFromTest(e: Emitter, { leaves, counter, limit, within }: CountingLoop): void {
  if (leaves === 'near') return;
  const known = knownLimit(e, limit, within);
  const holds = NEGATED[leaves];
  if (holds === 'lt' || holds === 'le') learnBounds(e.facts, counter, where(holds, known.hi));
  if (holds === 'gt' || holds === 'ge') learnBounds(e.facts, counter, where(holds, known.lo));
}

function knownLimit(e: Emitter, limit: Amount, within: Interval): Interval {
  return 'local' in limit ? meet(within, e.facts.bounds.get(limit.local) ?? ANY_INTEGER) : within;
}

/** The step that follows the test, with its check. */
function makeStep(e: Emitter, { counter, step, up, stepped }: Strips): void {
  const { code } = e;
  code.get(e.words[counter]!);
  push(e, step);
  code.op(up ? Op.i64_add : Op.i64_sub);
  const check = e.plan.instructions[stepped - 1]!;
  if (OPCODES[check.op]!.name === 'check.range') {
    const [proved, from] = [stepped - 2, stepped - 4].map((n) => intervalOfResult(e.plan.instructions[n]!)) as [
      Interval,
      Interval,
    ];
    const { lo, hi } = meet(from, e.facts.bounds.get(counter) ?? ANY_INTEGER);
    const by = 'constant' in step ? (up ? step.constant : -step.constant) : undefined;
    const wraps = by === undefined || lo + by < ANY_INTEGER.lo || hi + by > ANY_INTEGER.hi;
    const stepsTo = wraps ? proved : meet(proved, { lo: lo + by, hi: hi + by });
    const known = e.ranges.interval(stepped - 1, 0);
    checkRange(e, known ? meet(stepsTo, known) : stepsTo, bigint(check, 0), bigint(check, 1));
  }
  code.set(e.words[counter]!);
  movePointers(e, stepped);
}

function intervalOfResult(i: TypedInstruction): Interval {
  const result = i.outputs[0];
  return result?.k === 'int' ? result : ANY_INTEGER;
}

function push(e: Emitter, amount: Amount): void {
  if ('constant' in amount) e.code.i64(amount.constant);
  else e.code.get(e.words[amount.local]!);
}

function isUnit(step: Amount): boolean {
  return 'constant' in step && step.constant === 1n;
}

/** Label of the branch that leaves the loop, as seen from within it. */
function labelOfExit(e: Emitter, { exit }: CountingLoop): number {
  return number(e.plan.instructions[exit]!);
}
