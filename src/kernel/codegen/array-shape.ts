/**
 * Shapes of arrays: counts, elements, sizes.
 */
import type { RuntimeType } from '../types/runtime-type.ts';
import type { FunctionBody } from '../wasm/function.ts';
import { Op } from '../wasm/opcodes.ts';
import type { Program } from './program.ts';
import { openDimensions, ordinalCount } from './signature.ts';

/** n when the value is 2**n. */
export function powerOfTwo(value: bigint): bigint | undefined {
  return value > 0n && (value & (value - 1n)) === 0n ? BigInt(value.toString(2).length - 1) : undefined;
}

/** Number of elements of a fixed array. */
export function fixedCount(type: RuntimeType): number {
  if (type.kind !== 'array') throw new Error(`${type.name} is not a fixed array`);
  return Number(ordinalCount(type.index));
}
/** ORD of the first index of a fixed array. */
export function lowest(type: RuntimeType): bigint {
  return type.kind === 'array' && type.index.kind === 'ordinal' ? type.index.lo : 0n;
}
export function elementOf(type: RuntimeType): RuntimeType {
  if (type.kind !== 'array' && type.kind !== 'openarray') throw new Error(`${type.name} is not an array`);
  return type.element;
}

/** Fixed dimensions of an array type below its open ones, as far as the open type `as` has dimensions. */
export function fixedLengths(type: RuntimeType, as: RuntimeType): number[] {
  const lengths: number[] = [];
  let t = type;
  for (let n = openDimensions(as); n > 0; n--) {
    if (t.kind === 'array') lengths.push(fixedCount(t));
    t = elementOf(t);
  }
  return lengths;
}

/** i32 -> i32 times a constant. */
export function scale(body: FunctionBody, by: number): void {
  const shift = powerOfTwo(BigInt(by));
  if (shift === undefined) body.i32(by).op(Op.i32_mul);
  else if (shift > 0n) body.i32(Number(shift)).op(Op.i32_shl);
}

/**
 * Pushes the bytes that an open array of these lengths (locals) takes. Without lengths: of one element of the innermost open array; of packed elements
 * there must be a length, as only a whole row has a size.
 */
export function pushOpenBytes(p: Program, body: FunctionBody, type: RuntimeType, lengths: readonly number[]): void {
  const { size, bits } = p.layout.elementPlace(type);
  const last = lengths[lengths.length - 1];
  if (last === undefined) {
    body.i32(size);
    return;
  }
  body.get(last);
  if (bits === undefined) scale(body, size);
  else {
    body.op(Op.i64_extend_i32_u).i64(BigInt(bits)).op(Op.i64_mul).i64(7n).op(Op.i64_add);
    body.i64(3n).op(Op.i64_shr_u, Op.i32_wrap_i64);
  }
  for (const l of lengths.slice(0, -1)) body.get(l).op(Op.i32_mul);
}
