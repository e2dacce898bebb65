/**
 * Raising one of the events that generated code does by itself in the usual cases (`inline.ts`). Where a procedure has no other calls it has no frame for the collector either, so what
 * the collector must see is put into one for as long as the event is raised.
 */
import type { ProcedureRT } from '../types/runtime-type.ts';
import { Op, type ValType } from '../wasm/opcodes.ts';
import type { Emitter } from './emitter.ts';
import { stackShare } from './engine-frame.ts';
import { emitFault, helper, type Program, signatureIndex } from './program.ts';
import { pushRegister, setRegister } from './registers.ts';
import { procedureSignature } from './signature.ts';

/** The arguments are on the stack, and then the result. */
export function raiseRarely(e: Emitter, slot: number, type: ProcedureRT): void {
  if (!e.plan.raisesRarely) {
    e.code.i32(slot).callIndirect(signatureIndex(e.program, type));
    return;
  }
  const roots = e.pushUnsaved();
  const words = procedureSignature(type).params.length + roots + 1;
  e.pushShare(4 * roots + stackShare(words, 1, words + 1));
  e.code.call(raiseFromFrame(e.program, slot, type, roots));
}

/** (arguments, roots, bytes) -> result: `bytes` is the size of the frame, which stands for the frames of the engine, too. */
function raiseFromFrame(p: Program, slot: number, type: ProcedureRT, roots: number): number {
  const { params, results } = procedureSignature(type);
  const rest = new Array<ValType>(roots + 1).fill('i32');
  return helper(p, `raise.${slot}.${roots}`, { params: [...params, ...rest], results }, (f) => {
    const frame = f.local('i32');
    const bytes = params.length + roots;
    pushRegister(f, 'spLimit');
    pushRegister(f, 'sp').tee(frame).op(Op.i32_sub).get(bytes).op(Op.i32_lt_u).ifUnlikely();
    emitFault(p, f, 'StackOverflow');
    f.end();
    for (let n = 0; n < roots; n++)
      f.get(frame)
        .get(params.length + n)
        .memory(Op.i32_store, 4 * n);
    setRegister(f, 'sp', () => f.get(frame).get(bytes).op(Op.i32_add));
    params.forEach((_, n) => {
      f.get(n);
    });
    f.i32(slot).callIndirect(signatureIndex(p, type));
    setRegister(f, 'sp', () => f.get(frame));
  });
}
