/**
 * Integers of 64 bits. Arithmetic wraps, division floors, and what the verifier proved about intervals saves checks.
 */

import type { TypedInstruction } from '../../../bytecode/verify/operands.ts';
import type { FunctionBody } from '../../wasm/function.ts';
import { Op } from '../../wasm/opcodes.ts';
import { powerOfTwo } from '../array-shape.ts';
import { bigint, type Emitter, type Handler, type Handlers } from '../emitter.ts';
import { ANY_INTEGER, type Interval, MIRRORED, meet, negated, type Relation } from '../facts.ts';
import { emitFault, helper, type Program } from '../program.ts';

const simple =
  (...codes: number[]) =>
  (e: Emitter): void => {
    e.code.ops(codes);
  };

/** Of what is known of both, unless the operation may wrap. */
function sum(code: number, bounds: (x: Interval, y: Interval) => Interval): Handler {
  return (e, i) => {
    e.code.op(code);
    const x = e.intervalOf(i, 0);
    const y = e.intervalOf(i, 1);
    if (x === ANY_INTEGER || y === ANY_INTEGER) return;
    const { lo, hi } = bounds(x, y);
    if (lo >= ANY_INTEGER.lo && hi <= ANY_INTEGER.hi) e.resultInterval = { lo, hi };
  };
}

/** Remembers a comparison of a local with a constant for the branch that may follow. */
function compare(relation: Relation, code: number): Handler {
  return (e, i) => {
    e.code.op(code);
    for (const side of [0, 1]) {
      const source = e.localOf(i, side);
      const { lo, hi } = e.intervalOf(i, 1 - side);
      if (!source || lo !== hi) continue;
      e.condition = { ...source, relation: side === 0 ? relation : MIRRORED[relation], constant: lo, made: e.now };
      return;
    }
  };
}

function choose(compare: number): (e: Emitter) => void {
  return (e) => {
    const [a, b] = e.setTemps(['i64', 'i64']);
    e.code.get(a!).get(b!).get(a!).get(b!).op(compare, Op.select);
  };
}

/** Both operands are on the stack, and a constant divisor is too. */
function divide(e: Emitter, i: TypedInstruction): void {
  const x = e.intervalOf(i, 0);
  const y = e.intervalOf(i, 1);
  if (y.lo === y.hi && y.lo > 0n) {
    const shift = powerOfTwo(y.lo);
    if (shift !== undefined) e.code.op(Op.drop).i64(shift).op(Op.i64_shr_s);
    else if (x.lo >= 0n) e.code.op(Op.i64_div_s);
    else floorDivide(e, y);
  } else if (x.lo >= 0n && y.lo > 0n) e.code.op(Op.i64_div_s);
  else if (y.lo > 0n) floorDivide(e, y);
  else e.code.call(divideAny(e.program));
}

function modulo(e: Emitter, i: TypedInstruction): void {
  const x = e.intervalOf(i, 0);
  const y = e.intervalOf(i, 1);
  if (y.lo === y.hi && powerOfTwo(y.lo) !== undefined) e.code.i64(1n).op(Op.i64_sub, Op.i64_and);
  else if (x.lo >= 0n && y.lo > 0n) e.code.op(Op.i64_rem_s);
  else if (y.lo > 0n) floorModulo(e, y);
  else e.code.call(moduloAny(e.program));
}

/** Takes the divisor off the stack. What is returned pushes it. */
function takeDivisor(e: Emitter, { lo, hi }: Interval): () => FunctionBody {
  if (lo === hi) {
    e.code.op(Op.drop);
    return () => e.code.i64(lo);
  }
  const divisor = e.setTemp('i64');
  return () => e.code.get(divisor);
}

/**
 * For positive divisors: truncate, then go one down when the remainder is negative. In place: the engine multiplies where it sees a constant, and need not think the code of
 * a call worth inlining. The remainder comes from the quotient, as another division would take as long as the first.
 */
function floorDivide(e: Emitter, y: Interval): void {
  const pushDivisor = takeDivisor(e, y);
  const x = e.teeTemp('i64');
  pushDivisor().op(Op.i64_div_s);
  const quotient = e.teeTemp('i64');
  e.code.get(x).get(quotient);
  pushDivisor().op(Op.i64_mul, Op.i64_sub).i64(63n).op(Op.i64_shr_s, Op.i64_add);
}
function floorModulo(e: Emitter, y: Interval): void {
  const pushDivisor = takeDivisor(e, y);
  pushDivisor().op(Op.i64_rem_s);
  const rest = e.teeTemp('i64');
  e.code.get(rest).i64(63n).op(Op.i64_shr_s);
  pushDivisor().op(Op.i64_and, Op.i64_add);
}

/** Any divisor: zero faults; the engine's division would trap on MIN DIV -1, which wraps here. */
function divideAny(p: Program): number {
  return helper(p, 'int.div', { params: ['i64', 'i64'], results: ['i64'] }, (b) => {
    const q = b.local('i64');
    const r = b.local('i64');
    b.get(1).op(Op.i64_eqz).ifUnlikely();
    emitFault(p, b, 'ArithmeticFault');
    b.end();
    b.get(1).i64(-1n).op(Op.i64_eq).if().i64(0n).get(0).op(Op.i64_sub).return().end();
    b.get(0).get(1).op(Op.i64_div_s).tee(q);
    b.get(0).get(q).get(1).op(Op.i64_mul, Op.i64_sub).tee(r).i64(0n).op(Op.i64_ne);
    b.get(r).get(1).op(Op.i64_xor).i64(0n).op(Op.i64_lt_s, Op.i32_and, Op.i64_extend_i32_u, Op.i64_sub);
  });
}
function moduloAny(p: Program): number {
  return helper(p, 'int.mod', { params: ['i64', 'i64'], results: ['i64'] }, (b) => {
    const r = b.local('i64');
    b.get(1).op(Op.i64_eqz).ifUnlikely();
    emitFault(p, b, 'ArithmeticFault');
    b.end();
    b.get(0).get(1).op(Op.i64_rem_s).tee(r).i64(0n).op(Op.i64_ne);
    b.get(r).get(1).op(Op.i64_xor).i64(0n).op(Op.i64_lt_s, Op.i32_and).if('i64');
    b.get(r).get(1).op(Op.i64_add).else().get(r).end();
  });
}

/** Leaves the value that is on top of the stack, having made sure that it lies between the bounds. */
export function checkRange(e: Emitter, known: Interval, lo: bigint, hi: bigint): void {
  const below = known.lo < lo;
  const above = known.hi > hi;
  if (!below && !above) return;
  const value = e.teeTemp('i64');
  if (lo > hi) e.code.op(Op.drop).i32(1);
  else if (below && above && lo === 0n) e.code.i64(hi).op(Op.i64_gt_u);
  else if (below && above) {
    e.code
      .i64(lo)
      .op(Op.i64_sub)
      .i64(hi - lo)
      .op(Op.i64_gt_u);
  } else if (below) e.code.i64(lo).op(Op.i64_lt_s);
  else e.code.i64(hi).op(Op.i64_gt_s);
  e.faultIf('ValueOutOfRange');
  e.code.get(value);
}

export const integerOps: Handlers = {
  'int.add': sum(Op.i64_add, (x, y) => ({ lo: x.lo + y.lo, hi: x.hi + y.hi })),
  'int.sub': sum(Op.i64_sub, (x, y) => ({ lo: x.lo - y.hi, hi: x.hi - y.lo })),
  'int.mul': simple(Op.i64_mul),
  'int.neg': (e, i) => {
    const { lo, hi } = e.intervalOf(i, 0);
    if (lo > ANY_INTEGER.lo) e.resultInterval = { lo: -hi, hi: -lo };
    const x = e.setTemp('i64');
    e.code.i64(0n).get(x).op(Op.i64_sub);
  },
  'int.abs': (e, i) => {
    if (e.intervalOf(i, 0).lo >= 0n) return;
    const x = e.setTemp('i64');
    const sign = e.temp('i64');
    e.code.get(x).get(x).i64(63n).op(Op.i64_shr_s).tee(sign).op(Op.i64_xor).get(sign).op(Op.i64_sub);
  },
  'int.div': divide,
  'int.mod': modulo,
  'int.min': choose(Op.i64_lt_s),
  'int.max': choose(Op.i64_gt_s),
  'int.eq': compare('eq', Op.i64_eq),
  'int.ne': compare('ne', Op.i64_ne),
  'int.lt': compare('lt', Op.i64_lt_s),
  'int.le': compare('le', Op.i64_le_s),
  'int.gt': compare('gt', Op.i64_gt_s),
  'int.ge': compare('ge', Op.i64_ge_s),
  'int.of_bool': simple(Op.i64_extend_i32_u),
  'bool.not': (e) => {
    const condition = e.takeCondition();
    e.code.op(Op.i32_eqz);
    if (condition) e.condition = { ...e.condition!, ...negated(condition), made: e.now };
  },
  'bool.eq': simple(Op.i32_eq),
  'bool.of_int': simple(Op.i32_wrap_i64),
  'check.range': (e, i) => {
    const known = e.intervalOf(i, 0);
    const [lo, hi] = [bigint(i, 0), bigint(i, 1)];
    checkRange(e, known, lo, hi);
    if (lo <= hi) e.resultInterval = meet(known, { lo, hi });
  },
};
