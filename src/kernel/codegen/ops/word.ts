/**
 * INTEGER as a word of 64 bits: the operations of interface Word.
 */

import type { TypedInstruction } from '../../../bytecode/verify/operands.ts';
import { Op } from '../../wasm/opcodes.ts';
import type { Emitter, Handlers } from '../emitter.ts';

const simple =
  (...codes: number[]) =>
  (e: Emitter): void => {
    e.code.op(...codes);
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

/** Left for positive counts, right for negative ones; nothing is left of the word beyond 63. */
function shift(e: Emitter, i: TypedInstruction): void {
  const n = e.intervalOf(i, 1);
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
  'word.and': simple(Op.i64_and),
  'word.or': simple(Op.i64_or),
  'word.xor': simple(Op.i64_xor),
  'word.not': (e) => {
    e.code.i64(-1n).op(Op.i64_xor);
  },
  'word.shift': shift,
  'word.rotate': simple(Op.i64_rotl),
  'word.extract': (e, i) => {
    const [x, offset, n] = e.setTemps(['i64', 'i64', 'i64']);
    checkField(e, i, offset!, n!, 1);
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
