/**
 * In a build that watches memory: what is known of an instruction's operands is checked before it makes use of that.
 */
import { opcode } from '../../../bytecode/opcodes.ts';
import type { TypedInstruction } from '../../../bytecode/verify/operands.ts';
import { Op } from '../../wasm/opcodes.ts';
import type { Emitter } from '../emitter.ts';

const ELEMENT = opcode('element').code;

/** The operands stay on the stack. What has become part of a pointer has no others than indices. */
export function assertRanges(e: Emitter, i: TypedInstruction): void {
  if (e.plan.invariants.uses.has(e.now) && i.op !== ELEMENT) return;
  const numbers = i.inputs.flatMap(({ k }, n) => ((k === 'int' || k === 'ref') && isKnown(e, n) ? [n] : []));
  const deepest = numbers[0];
  if (deepest === undefined) return;
  const operands = i.inputs.slice(deepest).map((operand) => e.wordsOf(operand));
  const held = e.setTemps(operands.flat());
  let word = 0;
  operands.forEach((types, k) => {
    if (numbers.includes(deepest + k)) assertOperand(e, i, deepest + k, held[word]!);
    word += types.length;
  });
  e.getAll(held);
}

function isKnown(e: Emitter, n: number): boolean {
  return e.ranges.interval(e.now, n) !== undefined;
}

function assertOperand(e: Emitter, i: TypedInstruction, n: number, held: number): void {
  if (i.inputs[n]!.k === 'ref') {
    if (!e.ranges.isNotNil(e.now, n)) return;
    e.code.get(held).op(Op.i32_eqz);
  } else {
    const { lo, hi } = e.ranges.interval(e.now, n)!;
    e.code.get(held).i64(lo).op(Op.i64_lt_s).get(held).i64(hi).op(Op.i64_gt_s, Op.i32_or);
  }
  e.disprovedIf();
}
