/**
 * Scalars in memory: which load and store each way of storing them takes, and packed ones bit by bit.
 */

import type { RuntimeType, Storage } from '../types/runtime-type.ts';
import type { FunctionBody } from '../wasm/function.ts';
import { Op, type ValType } from '../wasm/opcodes.ts';
import { helper, type Program } from './program.ts';

const LOADS: Readonly<Record<Storage, number>> = {
  u8: Op.i64_load8_u,
  s8: Op.i64_load8_s,
  u16: Op.i64_load16_u,
  s16: Op.i64_load16_s,
  u32: Op.i64_load32_u,
  s32: Op.i64_load32_s,
  i64: Op.i64_load,
  bool: Op.i32_load8_u,
  f32: Op.f32_load,
  f64: Op.f64_load,
  set8: Op.i64_load8_u,
  set64: Op.i64_load,
  ref: Op.i32_load,
  proc: Op.i32_load,
};
const STORES: Readonly<Record<Storage, number>> = {
  u8: Op.i64_store8,
  s8: Op.i64_store8,
  u16: Op.i64_store16,
  s16: Op.i64_store16,
  u32: Op.i64_store32,
  s32: Op.i64_store32,
  i64: Op.i64_store,
  bool: Op.i32_store8,
  f32: Op.f32_store,
  f64: Op.f64_store,
  set8: Op.i64_store8,
  set64: Op.i64_store,
  ref: Op.i32_store,
  proc: Op.i32_store,
};

export function loadScalar(body: FunctionBody, storage: Storage, offset: number): void {
  body.memory(LOADS[storage], offset);
}
export function storeScalar(body: FunctionBody, storage: Storage, offset: number): void {
  body.memory(STORES[storage], offset);
}

/** A packed variable: `bits` bits from bit `bit` (counted from the lowest of the byte at `offset`) upward. */
export interface BitPlace {
  readonly offset: number;
  readonly bit: number;
  readonly bits: number;
  readonly signed: boolean;
  /** Bytes up to this offset belong to the same record and may be read along. */
  readonly limit: number;
}

export function bitPlace(offset: number, bitOffset: number, bits: number, signed: boolean, limit: number): BitPlace {
  return { offset: offset + Math.floor(bitOffset / 8), bit: bitOffset % 8, bits, signed, limit };
}

/** Where a packed field lies, counted from the record's or object's address. */
export function packedField(p: Program, type: RuntimeType, index: number): { at: BitPlace; base: RuntimeType } {
  if (type.kind !== 'record' && type.kind !== 'object') throw new Error(`${type.name} has no fields`);
  const field = type.fields[index]!.type;
  if (field.kind !== 'packed') throw new Error(`field ${index} of ${type.name} is not packed`);
  const { offset, bitOffset = 0, bits = field.bits } = p.layout.fieldPlace(type, index);
  // An object ends with its block of 8 bytes; of a record the layout knows the size.
  const end = offset + Math.ceil((bitOffset + bits) / 8);
  const limit = type.kind === 'record' ? p.layout.layoutOf(type).size : Math.ceil(end / 8) * 8;
  return { at: bitPlace(offset, bitOffset, bits, isSigned(field.base), limit), base: field.base };
}

export function isSigned(type: RuntimeType): boolean {
  return type.kind === 'ordinal' && type.lo < 0n;
}

/** The piece of memory of 1, 2, 4 or 8 bytes through which the bits can be reached, if one within the record can. */
function window(at: BitPlace): { offset: number; bit: number; bytes: 1 | 2 | 4 | 8 } | undefined {
  const need = Math.ceil((at.bit + at.bits) / 8);
  const bytes = ([1, 2, 4, 8] as const).find((n) => n >= need);
  if (bytes === undefined) return undefined;
  if (bytes === need || at.offset + bytes <= at.limit) return { offset: at.offset, bit: at.bit, bytes };
  const back = bytes - need;
  if (at.offset < back) return undefined;
  return { offset: at.offset - back, bit: at.bit + 8 * back, bytes };
}

const LOAD_BYTES = { 1: Op.i64_load8_u, 2: Op.i64_load16_u, 4: Op.i64_load32_u, 8: Op.i64_load } as const;
const STORE_BYTES = { 1: Op.i64_store8, 2: Op.i64_store16, 4: Op.i64_store32, 8: Op.i64_store } as const;

const mask = (bits: number): bigint => (1n << BigInt(bits)) - 1n;

/** address -> bits as an i64, extended as the base type wants. */
export function loadBits(p: Program, body: FunctionBody, at: BitPlace): void {
  const w = window(at);
  if (!w) {
    body.i32(at.offset).op(Op.i32_add).i32(at.bit).i32(at.bits).call(getBits(p));
    if (at.signed) extend(body, at.bits, true);
    return;
  }
  body.memory(LOAD_BYTES[w.bytes], w.offset);
  if (at.signed) {
    const above = 64 - w.bit - at.bits;
    if (above > 0) body.i64(BigInt(above)).op(Op.i64_shl);
    if (at.bits < 64) body.i64(BigInt(64 - at.bits)).op(Op.i64_shr_s);
    return;
  }
  if (w.bit > 0) body.i64(BigInt(w.bit)).op(Op.i64_shr_u);
  if (w.bit + at.bits < 8 * w.bytes) body.i64(mask(at.bits)).op(Op.i64_and);
}

/** Stores the i64 in local `value` through the address in local `address`. */
export function storeBits(p: Program, body: FunctionBody, at: BitPlace, address: number, value: number): void {
  const w = window(at);
  if (!w) {
    body.get(address).i32(at.offset).op(Op.i32_add).i32(at.bit).i32(at.bits).get(value).call(putBits(p));
    return;
  }
  body.get(address);
  if (w.bit === 0 && at.bits === 8 * w.bytes) {
    body.get(value).memory(STORE_BYTES[w.bytes], w.offset);
    return;
  }
  const field = mask(at.bits) << BigInt(w.bit);
  body.get(address).memory(LOAD_BYTES[w.bytes], w.offset);
  body.i64(~field).op(Op.i64_and);
  body.get(value).i64(mask(at.bits)).op(Op.i64_and);
  if (w.bit > 0) body.i64(BigInt(w.bit)).op(Op.i64_shl);
  body.op(Op.i64_or).memory(STORE_BYTES[w.bytes], w.offset);
}

/** Extends the low bits of an i64 over all of it. */
export function extend(body: FunctionBody, bits: number, signed: boolean): void {
  if (bits >= 64) return;
  if (!signed) {
    body.i64(mask(bits)).op(Op.i64_and);
    return;
  }
  const above = BigInt(64 - bits);
  body.i64(above).op(Op.i64_shl).i64(above).op(Op.i64_shr_s);
}

/**
 * (address, bit, bits) -> i64: any run of bits, however it lies across bytes. `bit` may be large: it counts from the address on.
 * Goes byte by byte, so that nothing outside of the bytes concerned is touched.
 */
export function getBits(p: Program): number {
  return helper(p, 'bits.get', { params: ['i32', 'i32', 'i32'], results: ['i64'] }, (b) => {
    const [address, bit, bits] = [0, 1, 2];
    const result = b.local('i64');
    const done = b.local('i32');
    const take = b.local('i32');
    normalise(b, address, bit);
    b.block().loop();
    b.get(done).get(bits).op(Op.i32_ge_u).brIf(1);
    piece(b, take, bit, bits, done);
    // result |= ((byte >> bit) & (2**take - 1)) << done
    b.get(result);
    b.get(address).memory(Op.i64_load8_u, 0).get(bit).op(Op.i64_extend_i32_u, Op.i64_shr_u);
    pieceMask(b, take).op(Op.i64_and);
    b.get(done).op(Op.i64_extend_i32_u, Op.i64_shl, Op.i64_or).set(result);
    advance(b, address, bit, done, take);
    b.br(0).end().end().get(result);
  });
}

/** (address, bit, bits, value): the counterpart of `getBits`. */
export function putBits(p: Program): number {
  return helper(p, 'bits.put', { params: ['i32', 'i32', 'i32', 'i64'], results: [] }, (b) => {
    const [address, bit, bits, value] = [0, 1, 2, 3];
    const done = b.local('i32');
    const take = b.local('i32');
    const field = b.local('i64');
    normalise(b, address, bit);
    b.block().loop();
    b.get(done).get(bits).op(Op.i32_ge_u).brIf(1);
    piece(b, take, bit, bits, done);
    pieceMask(b, take).get(bit).op(Op.i64_extend_i32_u, Op.i64_shl).set(field);
    b.get(address);
    b.get(address).memory(Op.i64_load8_u, 0).get(field).i64(-1n).op(Op.i64_xor, Op.i64_and);
    b.get(value).get(done).op(Op.i64_extend_i32_u, Op.i64_shr_u).get(bit).op(Op.i64_extend_i32_u, Op.i64_shl);
    b.get(field).op(Op.i64_and, Op.i64_or).memory(Op.i64_store8, 0);
    advance(b, address, bit, done, take);
    b.br(0).end().end();
  });
}

/** Moves whole bytes from `bit` into `address`. */
function normalise(b: FunctionBody, address: number, bit: number): void {
  b.get(address).get(bit).i32(3).op(Op.i32_shr_u, Op.i32_add).set(address);
  b.get(bit).i32(7).op(Op.i32_and).set(bit);
}
/** take := MIN(8 - bit, bits - done) */
function piece(b: FunctionBody, take: number, bit: number, bits: number, done: number): void {
  b.i32(8).get(bit).op(Op.i32_sub).tee(take);
  b.get(bits).get(done).op(Op.i32_sub);
  b.get(take).get(bits).get(done).op(Op.i32_sub, Op.i32_lt_u, Op.select).set(take);
}
function pieceMask(b: FunctionBody, take: number): FunctionBody {
  return b.i64(1n).get(take).op(Op.i64_extend_i32_u, Op.i64_shl).i64(1n).op(Op.i64_sub);
}
function advance(b: FunctionBody, address: number, bit: number, done: number, take: number): void {
  b.get(address).i32(1).op(Op.i32_add).set(address);
  b.i32(0).set(bit);
  b.get(done).get(take).op(Op.i32_add).set(done);
}

/** i64 bits -> the operand of a scalar type. */
export function fromBits(body: FunctionBody, type: ValType): void {
  if (type === 'i32') body.op(Op.i32_wrap_i64);
  else if (type === 'f32') body.op(Op.i32_wrap_i64, Op.f32_reinterpret_i32);
  else if (type === 'f64') body.op(Op.f64_reinterpret_i64);
}
/** The operand of a scalar type -> i64 bits. */
export function toBits(body: FunctionBody, type: ValType): void {
  if (type === 'i32') body.op(Op.i64_extend_i32_u);
  else if (type === 'f32') body.op(Op.i32_reinterpret_f32, Op.i64_extend_i32_u);
  else if (type === 'f64') body.op(Op.i64_reinterpret_f64);
}
