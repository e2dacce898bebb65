/**
 * Operations on much memory at once pay fuel by its size, at the next safepoint: otherwise a budget could be outwitted with large copies.
 */
import type { FunctionBody } from '../wasm/function.ts';
import { Op } from '../wasm/opcodes.ts';
import { helper, type Program } from './program.ts';
import { pushRegister, setRegister } from './registers.ts';

/** Bytes that one unit of fuel pays for. */
export const BYTES_PER_FUEL_SHIFT = 6;
/** What is owed never wraps around. */
const MOST_OWED = -(2 ** 30);

export function fuelForBytes(bytes: number): number {
  return bytes >>> BYTES_PER_FUEL_SHIFT;
}

/** bytes (i32) -> */
export function payForBytes(p: Program, body: FunctionBody): void {
  body.i32(BYTES_PER_FUEL_SHIFT).op(Op.i32_shr_u).call(pay(p));
}

export function payForSize(p: Program, body: FunctionBody, bytes: number): void {
  const fuel = fuelForBytes(bytes);
  if (fuel > 0) body.i32(fuel).call(pay(p));
}

function pay(p: Program): number {
  return helper(p, 'pay', { params: ['i32'], results: [] }, payBody);
}

/** pay(fuel: i32) */
export function payBody(f: FunctionBody): void {
  setRegister(f, 'fuel', () => {
    pushRegister(f, 'fuel').get(0).op(Op.i32_sub).tee(0).i32(MOST_OWED);
    f.get(0).i32(MOST_OWED).op(Op.i32_gt_s, Op.select);
  });
}
