/**
 * Arrays: elements, parts and shapes. An open array's address comes with one length per open dimension.
 */

import type { TypedInstruction } from '../../../bytecode/verify/operands.ts';
import type { RuntimeType } from '../../types/runtime-type.ts';
import { Op } from '../../wasm/opcodes.ts';
import { extend, fromBits, getBits, isSigned, putBits, toBits } from '../access.ts';
import { elementOf, fixedCount, fixedLengths, lowest, pushOpenBytes, scale } from '../array-shape.ts';
import { type Emitter, type Handler, type Handlers, number } from '../emitter.ts';
import type { Interval } from '../facts.ts';
import { openDimensions, scalarType } from '../signature.ts';

/** Checks the index on top of the stack against a constant count, unless its interval proves it; leaves index minus `lo` as an i32. */
export function fixedIndex(e: Emitter, known: Interval, lo: bigint, count: number): void {
  if (lo !== 0n) e.code.i64(lo).op(Op.i64_sub);
  if (known.lo < lo || known.hi >= lo + BigInt(count)) {
    const t = e.teeTemp('i64');
    e.code.i64(BigInt(count)).op(Op.i64_ge_u);
    e.faultIf('SubscriptOutOfRange');
    e.code.get(t);
  }
  e.code.op(Op.i32_wrap_i64);
}

/** Same against a length in a local; the index is in a local, too. */
export function openIndex(e: Emitter, known: Interval, index: number, length: number): void {
  if (e.leavesOutCheck()) return;
  if (known.lo >= 0n && known.hi < 2n ** 32n) e.code.get(index).op(Op.i32_wrap_i64).get(length).op(Op.i32_ge_u);
  else e.code.get(index).get(length).op(Op.i64_extend_i32_u, Op.i64_ge_u);
  e.faultUnlessProved('SubscriptOutOfRange');
}

const element: Handler = (e, i) => {
  const array = e.pointee(i.inputs[0]);
  const known = e.intervalOf(i, 1);
  e.passOffset(i);
  if (array.kind === 'openarray') {
    openElement(e, array, known, i);
    return;
  }
  const { size } = e.program.layout.elementPlace(array);
  const count = fixedCount(array);
  const lo = lowest(array);
  if (known.lo === known.hi && known.lo >= lo && known.lo < lo + BigInt(count)) {
    e.code.op(Op.drop);
    e.resultOffset += Number(known.lo - lo) * size;
    return;
  }
  fixedIndex(e, known, lo, count);
  scale(e.code, size);
  e.code.op(Op.i32_add);
};

function openElement(e: Emitter, array: RuntimeType, known: Interval, i: TypedInstruction): void {
  const index = e.setTemp('i64');
  const lengths = e.setTemps(e.wordsOf(i.inputs[0]!).slice(1));
  openIndex(e, known, index, lengths[0]!);
  e.code.get(index).op(Op.i32_wrap_i64);
  if (lengths.length === 1) scale(e.code, e.program.layout.elementPlace(array).size);
  else {
    pushOpenBytes(e.program, e.code, elementOf(array), lengths.slice(1));
    e.code.op(Op.i32_mul);
  }
  e.code.op(Op.i32_add);
  e.getAll(lengths.slice(1));
}

/** Where a packed element lies: pushes the address of its byte, and keeps the bit within it in a local unless it is always 0. */
function packedPlace(e: Emitter, i: TypedInstruction): { base: RuntimeType; bits: number; bit?: number } {
  const array = e.pointee(i.inputs[0]);
  const packed = elementOf(array);
  if (packed.kind !== 'packed') throw new Error(`elements of ${array.name} are not packed`);
  const known = e.intervalOf(i, 1);
  const index = e.temp('i64');
  if (array.kind === 'openarray') {
    e.code.set(index);
    const length = e.setTemp('i32');
    openIndex(e, known, index, length);
  } else {
    fixedIndex(e, known, lowest(array), fixedCount(array));
    e.code.op(Op.i64_extend_i32_u).set(index);
  }
  const { bits } = packed;
  e.code.get(index);
  if (bits % 8 === 0) {
    e.code.op(Op.i32_wrap_i64);
    scale(e.code, bits / 8);
    e.code.op(Op.i32_add);
    return { base: packed.base, bits };
  }
  e.code.i64(BigInt(bits)).op(Op.i64_mul).tee(index);
  e.code.i64(3n).op(Op.i64_shr_u, Op.i32_wrap_i64, Op.i32_add);
  const bit = e.temp('i32');
  e.code.get(index).op(Op.i32_wrap_i64).i32(7).op(Op.i32_and).set(bit);
  return { base: packed.base, bits, bit };
}

const WHOLE: Readonly<Record<number, { load: number; store: number }>> = {
  8: { load: Op.i64_load8_u, store: Op.i64_store8 },
  16: { load: Op.i64_load16_u, store: Op.i64_store16 },
  32: { load: Op.i64_load32_u, store: Op.i64_store32 },
  64: { load: Op.i64_load, store: Op.i64_store },
};

const getElement: Handler = (e, i) => {
  const { base, bits, bit } = packedPlace(e, i);
  const whole = bit === undefined ? WHOLE[bits] : undefined;
  if (whole) e.code.memory(whole.load, 0);
  else if (bit !== undefined && 8 % bits === 0) {
    e.code.memory(Op.i64_load8_u, 0).get(bit).op(Op.i64_extend_i32_u, Op.i64_shr_u);
    extend(e.code, bits, false);
  } else {
    if (bit === undefined) e.code.i32(0);
    else e.code.get(bit);
    e.code.i32(bits).call(getBits(e.program));
  }
  if (isSigned(base)) extend(e.code, bits, true);
  fromBits(e.code, scalarType(base)!);
};

const setElement: Handler = (e, i) => {
  const array = e.pointee(i.inputs[0]);
  const packed = elementOf(array);
  if (packed.kind === 'packed') toBits(e.code, scalarType(packed.base)!);
  const value = e.setTemp('i64');
  const { bits, bit } = packedPlace(e, i);
  const whole = bit === undefined ? WHOLE[bits] : undefined;
  if (whole) {
    e.code.get(value).memory(whole.store, 0);
    return;
  }
  if (bit === undefined) e.code.i32(0);
  else e.code.get(bit);
  e.code.i32(bits).get(value).call(putBits(e.program));
};

const open: Handler = (e, i) => {
  e.passOffset(i);
  for (const length of fixedLengths(e.pointee(i.inputs[0]), e.type(number(i)))) e.code.i32(length);
};

const fix: Handler = (e, i) => {
  const lengths = e.setTemps(e.wordsOf(i.inputs[0]!).slice(1));
  const type = e.type(number(i));
  const open = openDimensions(type);
  e.getAll(lengths.slice(0, open));
  let target = type;
  for (let n = open; n > 0; n--) target = elementOf(target);
  for (const l of e.leavesOutCheck() ? [] : lengths.slice(open)) {
    e.code.get(l).i32(fixedCount(target)).op(Op.i32_ne);
    e.faultUnlessProved('IncompatibleArrayShapes');
    target = elementOf(target);
  }
};

const subarray: Handler = (e, i) => {
  const array = e.pointee(i.inputs[0]);
  const [from, count] = e.setTemps(['i64', 'i64']);
  const lengths = e.setTemps(e.wordsOf(i.inputs[0]!).slice(1));
  if (!e.leavesOutCheck()) {
    const whole = e.temp('i64');
    if (array.kind === 'array') e.code.i64(BigInt(fixedCount(array)));
    else e.code.get(lengths[0]!).op(Op.i64_extend_i32_u);
    e.code.set(whole);
    e.code.get(from!).get(whole).op(Op.i64_gt_u);
    e.code.get(count!).get(whole).get(from!).op(Op.i64_sub, Op.i64_gt_u, Op.i32_or);
    e.faultUnlessProved('SubscriptOutOfRange');
  }
  pushDistance(e, array, from!, lengths);
  e.code.op(Op.i32_add);
  e.code.get(count!).op(Op.i32_wrap_i64);
  e.getAll(lengths.slice(1));
  const rest = e.type(number(i));
  for (const length of fixedLengths(elementOf(array), elementOf(rest))) e.code.i32(length);
};

/** Pushes how many bytes `index` elements of the outermost dimension take. */
function pushDistance(e: Emitter, array: RuntimeType, index: number, lengths: readonly number[]): void {
  const { size, bits } = e.program.layout.elementPlace(array);
  const inner = elementOf(array);
  if (inner.kind === 'packed' && bits !== undefined) {
    e.code.get(index).i64(BigInt(bits)).op(Op.i64_mul);
    if (bits % 8 !== 0) {
      const at = e.teeTemp('i64');
      e.code.op(Op.i32_wrap_i64).i32(7).op(Op.i32_and);
      e.faultIf('UnalignedFault');
      e.code.get(at);
    }
    e.code.i64(3n).op(Op.i64_shr_u, Op.i32_wrap_i64);
    return;
  }
  e.code.get(index).op(Op.i32_wrap_i64);
  if (lengths.length <= 1) scale(e.code, size);
  else {
    pushOpenBytes(e.program, e.code, inner, lengths.slice(1));
    e.code.op(Op.i32_mul);
  }
}

/** Pushes the size of the variable whose address is the input: its data address stays on the stack, lengths are taken off. */
function pushSize(e: Emitter, i: TypedInstruction): void {
  const type = e.pointee(i.inputs[0]);
  const lengths = e.setTemps(e.wordsOf(i.inputs[0]!).slice(1));
  if (type.kind === 'openarray') pushOpenBytes(e.program, e.code, type, lengths);
  else e.code.i32(e.program.layout.layoutOf(type).size);
}

const view: Handler = (e, i) => {
  if (e.leavesOutCheck()) {
    e.setTemps(e.wordsOf(i.inputs[0]!).slice(1));
    return;
  }
  pushSize(e, i);
  e.code.i32(e.program.layout.layoutOf(e.type(number(i))).size).op(Op.i32_lt_u);
  e.faultUnlessProved('ViewSize');
};

/** What the verifier takes for the highest length. */
const MAX_LENGTH = 2n ** 31n - 1n;

const viewArray: Handler = (e, i) => {
  const { size, bits } = e.program.layout.elementPlace(e.type(number(i)));
  pushSize(e, i);
  if (bits !== undefined) {
    e.code.op(Op.i64_extend_i32_u).i64(3n).op(Op.i64_shl).i64(BigInt(bits)).op(Op.i64_div_u);
    // No array has more elements than INTEGERs of 32 bits can count.
    const count = e.teeTemp('i64');
    e.code.i64(MAX_LENGTH).get(count).i64(MAX_LENGTH).op(Op.i64_lt_u, Op.select, Op.i32_wrap_i64);
  } else if (size === 0) e.code.op(Op.drop).i32(0);
  else if (size > 1) e.code.i32(size).op(Op.i32_div_u);
};

export const arrayOps: Handlers = {
  element,
  'element.get': getElement,
  'element.set': setElement,
  'array.length': (e, i) => {
    const words = e.setTemps(e.wordsOf(i.inputs[0]!));
    e.code.get(words[1 + number(i)]!).op(Op.i64_extend_i32_u);
  },
  open,
  fix,
  subarray,
  view,
  'view.array': viewArray,
  readonly: (e, i) => e.passOffset(i),
};
