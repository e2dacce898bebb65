/**
 * Integer operations of which only the low 32 bits are computed (see `../narrow.ts`). Operands stand as i32, but for constants that say by how much, which stand as usual.
 */
import { opcode } from '../../../bytecode/opcodes.ts';
import type { TypedInstruction } from '../../../bytecode/verify/operands.ts';
import { Op } from '../../wasm/opcodes.ts';
import { bigint, type Emitter, type Handler } from '../emitter.ts';
import { MOST_NARROW } from '../narrow.ts';

const simple =
  (code: number): Handler =>
  (e) => {
    e.code.op(code);
  };

/** By a constant, which is on top of the stack. */
const shift: Handler = (e) => {
  const by = e.narrowing.constantOf(e.now);
  e.code.op(Op.drop);
  if (by !== 0) e.code.i32(Math.abs(by)).op(by > 0 ? Op.i32_shl : Op.i32_shr_u);
};

const HANDLERS: Readonly<Record<number, Handler>> = Object.fromEntries(
  Object.entries<Handler>({
    'int.const': (e, i) => {
      e.code.i32(Number(BigInt.asIntN(32, bigint(i))));
      e.resultInterval = { lo: bigint(i), hi: bigint(i) };
    },
    'int.add': simple(Op.i32_add),
    'int.sub': simple(Op.i32_sub),
    'int.mul': simple(Op.i32_mul),
    'int.neg': (e) => {
      const x = e.setTemp('i32');
      e.code.i32(0).get(x).op(Op.i32_sub);
    },
    'int.mod': (e) => {
      e.code.op(Op.drop).i32(e.narrowing.constantOf(e.now)).op(Op.i32_and);
    },
    'word.and': simple(Op.i32_and),
    'word.or': simple(Op.i32_or),
    'word.xor': simple(Op.i32_xor),
    'word.not': (e) => {
      e.code.i32(-1).op(Op.i32_xor);
    },
    'word.shift': shift,
  }).map(([name, handler]) => [opcode(name).code, handler]),
);

/** Leaves an i32 where that is wanted, else all of the result, which then lies in 0 .. 2**32 - 1. */
export function emitNarrow(e: Emitter, i: TypedInstruction): void {
  HANDLERS[i.op]!(e, i);
  if (e.narrowing.isWanted(e.now)) return;
  e.code.op(Op.i64_extend_i32_u);
  e.resultInterval = { lo: 0n, hi: MOST_NARROW };
}
