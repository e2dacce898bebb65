/** Giving control away, where references stand in the engine's registers only: the collector may run meanwhile. */
import type { FunctionBody } from '../wasm/function.ts';
import { Op, type ValType } from '../wasm/opcodes.ts';
import { emitFault, helper, type Program } from './program.ts';
import { pushRegister, setRegister } from './registers.ts';

/** Function (roots) ->: they stand in a frame while control is away. */
export function refuelWith(p: Program, roots: number): number {
  if (roots === 0) return p.imports.refuel;
  const params = new Array<ValType>(roots).fill('i32');
  return helper(p, `refuel.${roots}`, { params, results: [] }, (f) => refuel(p, f, roots));
}

/** The roots are the first locals of the function. */
export function refuel(p: Program, f: FunctionBody, roots: number): void {
  if (roots === 0) {
    f.call(p.imports.refuel);
    return;
  }
  const frame = f.local('i32');
  const size = Math.ceil(roots / 2) * 8;
  pushRegister(f, 'spLimit');
  pushRegister(f, 'sp').tee(frame).op(Op.i32_sub).i32(size).op(Op.i32_lt_u).ifUnlikely();
  emitFault(p, f, 'StackOverflow');
  f.end();
  for (let n = 0; n < roots; n++) {
    f.get(frame)
      .get(n)
      .memory(Op.i32_store, 4 * n);
  }
  if (roots % 2 !== 0) {
    f.get(frame)
      .i32(0)
      .memory(Op.i32_store, 4 * roots);
  }
  setRegister(f, 'sp', () => f.get(frame).i32(size).op(Op.i32_add));
  f.call(p.imports.refuel);
  setRegister(f, 'sp', () => f.get(frame));
}
