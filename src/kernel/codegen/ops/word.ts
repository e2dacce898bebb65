/**
 * INTEGER as a word of 64 bits: the operations of interface Word.
 */

import type { TypedInstruction } from '../../../bytecode/verify/operands.ts';
import { Op } from '../../wasm/opcodes.ts';
import type { Emitter, Handler, Handlers } from '../emitter.ts';
import { ANY_INTEGER, type Interval } from '../facts.ts';

const simple =
  (...codes: number[]) =>
  (e: Emitter): void => {
    e.code.ops(codes);
  };

function unsignedDivision(code: number): (e: Emitter, i: TypedInstruction) => void {
  return (e, i) => {
    const y = e.intervalOf(i, 1);
    if (y.lo <= 0n && y.hi >= 0n) {
      const divisor = e.teeTemp('i64');
      e.code.op(Op.i64_eqz);
      e.faultIf('ArithmeticFault');
      e.code.get(divisor);
    }
    e.code.op(code);
  };
}

/** The least 2**n - 1 that is not below `x`, which is not negative. */
const allOnes = (x: bigint): bigint => (1n << BigInt(x.toString(2).length)) - 1n;

/** What is known of the result from what is of both operands. */
function bounded(code: number, bounds: (x: Interval, y: Interval) => Interval | undefined): Handler {
  return (e, i) => {
    e.resultInterval = bounds(e.intervalOf(i, 0), e.intervalOf(i, 1));
    e.code.op(code);
  };
}

const and = bounded(Op.i64_and, (x, y) => {
  const most = [x, y].flatMap(({ lo, hi }) => (lo >= 0n ? [hi] : []));
  return most.length === 0 ? undefined : { lo: 0n, hi: most.reduce((a, b) => (a < b ? a : b)) };
});
const either = (x: Interval, y: Interval): Interval | undefined =>
  x.lo >= 0n && y.lo >= 0n ? { lo: 0n, hi: allOnes(x.hi > y.hi ? x.hi : y.hi) } : undefined;

/** By a constant, which is on top of the stack. */
function shiftBy(e: Emitter, x: Interval, n: bigint): void {
  e.code.op(Op.drop);
  const { hi } = ANY_INTEGER;
  if (n >= 0n) {
    e.code.i64(n).op(Op.i64_shl);
    if (x.lo >= 0n && x.hi << n <= hi) e.resultInterval = { lo: x.lo << n, hi: x.hi << n };
  } else {
    e.code.i64(-n).op(Op.i64_shr_u);
    e.resultInterval = x.lo >= 0n ? { lo: x.lo >> -n, hi: x.hi >> -n } : { lo: 0n, hi: (2n * hi + 1n) >> -n };
  }
}

/** Left for positive counts, right for negative ones; nothing is left of the word beyond 63. */
function shift(e: Emitter, i: TypedInstruction): void {
  const n = e.intervalOf(i, 1);
  if (n.lo === n.hi && n.lo >= -63n && n.lo <= 63n) {
    shiftBy(e, e.intervalOf(i, 0), n.lo);
    return;
  }
  if (n.lo >= 0n && n.hi <= 63n) {
    e.code.op(Op.i64_shl);
    return;
  }
  const [x, count] = e.setTemps(['i64', 'i64']);
  const back = e.temp('i64');
  e.code.i64(0n).get(count!).op(Op.i64_sub).set(back);
  if (n.hi <= 0n && n.lo >= -63n) {
    e.code.get(x!).get(back).op(Op.i64_shr_u);
    return;
  }
  e.code.get(x!).get(count!).op(Op.i64_shl).i64(0n).get(count!).i64(63n).op(Op.i64_le_u, Op.select);
  e.code.get(x!).get(back).op(Op.i64_shr_u).i64(0n).get(back).i64(63n).op(Op.i64_le_u, Op.select);
  // A count of 0 takes both ways, and both give the word itself.
  e.code.op(Op.i64_or);
}

/** Faults unless 0 <= offset, 0 <= n and offset + n <= 64; both are in locals. */
function checkField(e: Emitter, i: TypedInstruction, offset: number, n: number, first: number): void {
  const a = e.intervalOf(i, first);
  const b = e.intervalOf(i, first + 1);
  if (a.lo >= 0n && b.lo >= 0n && a.hi + b.hi <= 64n) return;
  e.code.get(offset).i64(64n).op(Op.i64_gt_u);
  e.code.get(n).i64(64n).get(offset).op(Op.i64_sub, Op.i64_gt_u, Op.i32_or);
  e.faultIf('ValueOutOfRange');
}

/** Pushes 2**n - 1 for an n of 0 .. 64 in a local. */
function pushMask(e: Emitter, n: number): void {
  e.code.i64(-1n).i64(64n).get(n).op(Op.i64_sub, Op.i64_shr_u).i64(0n).get(n).i64(0n).op(Op.i64_ne, Op.select);
}

export const wordOps: Handlers = {
  'word.divide': unsignedDivision(Op.i64_div_u),
  'word.mod': unsignedDivision(Op.i64_rem_u),
  'word.lt': simple(Op.i64_lt_u),
  'word.le': simple(Op.i64_le_u),
  'word.and': and,
  'word.or': bounded(Op.i64_or, either),
  'word.xor': bounded(Op.i64_xor, either),
  'word.not': (e) => {
    e.code.i64(-1n).op(Op.i64_xor);
  },
  'word.shift': shift,
  'word.rotate': simple(Op.i64_rotl),
  'word.extract': (e, i) => {
    const [x, offset, n] = e.setTemps(['i64', 'i64', 'i64']);
    checkField(e, i, offset!, n!, 1);
    const most = e.intervalOf(i, 2).hi;
    if (most >= 0n && most < 64n) e.resultInterval = { lo: 0n, hi: (1n << most) - 1n };
    e.code.get(x!).get(offset!).op(Op.i64_shr_u);
    pushMask(e, n!);
    e.code.op(Op.i64_and);
  },
  'word.insert': (e, i) => {
    const [x, y, offset, n] = e.setTemps(['i64', 'i64', 'i64', 'i64']);
    checkField(e, i, offset!, n!, 2);
    const field = e.temp('i64');
    pushMask(e, n!);
    e.code.get(offset!).op(Op.i64_shl).set(field);
    e.code.get(x!).get(field).i64(-1n).op(Op.i64_xor, Op.i64_and);
    e.code.get(y!).get(offset!).op(Op.i64_shl).get(field).op(Op.i64_and, Op.i64_or);
  },
};
