/**
 * Default values: of variables when they come to life, and of what NEW makes.
 *
 * Most defaults are zero bytes. The others are written by one function per type (`fill`), which expects zeroed memory. Field defaults are constants
 * of the file's type table, so only types that the file mentions can be asked about; every type that the code of a file can allocate by value is one.
 */

import { BUILTIN_TYPES, type ConstDef, type FieldDef, type TypeDef, type TypeIndex } from '../../bytecode/types.ts';
import { DESC_INIT_SLOT } from '../heap/layout.ts';
import type { RuntimeType } from '../types/runtime-type.ts';
import type { FunctionBody } from '../wasm/function.ts';
import { Op, type ValType } from '../wasm/opcodes.ts';
import { packedField, putBits, storeBits, storeScalar } from './access.ts';
import { elementOf, fixedCount, pushOpenBytes } from './array-shape.ts';
import { payForBytes, payForSize } from './bulk.ts';
import { helper, type Program, typeOf } from './program.ts';
import { isBoolean, openDimensions, ordinalCount, revealed, scalarType } from './signature.ts';

function definition(p: Program, index: TypeIndex): TypeDef {
  const def = BUILTIN_TYPES[index] ?? p.linked.module.types[index - BUILTIN_TYPES.length];
  if (!def) throw new Error(`there is no type ${index}`);
  return def;
}

/** An entry of the file's type table that means this type. */
function entryOf(p: Program, type: RuntimeType): TypeIndex {
  const index = p.entries.get(type);
  if (index === undefined) throw new Error(`the file does not mention ${type.name}`);
  return index;
}

function fieldsOf(p: Program, type: RuntimeType): readonly FieldDef[] {
  const def = definition(p, entryOf(p, type));
  if (def.kind !== 'record' && def.kind !== 'object') throw new Error(`${type.name} has no fields`);
  return def.fields;
}

/** The default of an ordinal type: 0 where that is a value, else the lowest one. */
export function ordinalDefault(type: RuntimeType): bigint {
  if (type.kind === 'packed') return ordinalDefault(type.base);
  if (type.kind !== 'ordinal') return 0n;
  return (type.lo <= 0n && type.hi >= 0n) || type.lo > type.hi ? 0n : type.lo;
}

function isZero(p: Program, type: RuntimeType): boolean {
  if (type.kind === 'packed') return ordinalDefault(type) === 0n;
  if (type.kind === 'openarray') return isZero(p, type.element);
  return p.layout.layoutOf(type).zeroDefault;
}

/** Gives the variable at a local plus an offset its default value. */
export function clearAt(p: Program, body: FunctionBody, type: RuntimeType, base: number, offset: number): void {
  const { size } = p.layout.layoutOf(type);
  zeroBytes(body, base, offset, size);
  payForSize(p, body, size);
  fillAt(p, body, type, base, offset);
}

/** Same for an open array, whose data address and lengths are in locals. */
export function clearOpen(
  p: Program,
  body: FunctionBody,
  type: RuntimeType,
  data: number,
  lengths: readonly number[],
): void {
  body.get(data).i32(0);
  pushOpenBytes(p, body, type, lengths);
  body.memoryFill();
  pushOpenBytes(p, body, type, lengths);
  payForBytes(p, body);
  if (isZero(p, type)) return;
  body.get(data);
  for (const l of lengths) body.get(l);
  body.call(fillOpen(p, type));
}

const ZERO_BY_STORES = 64;

export function zeroBytes(body: FunctionBody, base: number, offset: number, size: number): void {
  if (size > ZERO_BY_STORES) {
    body.get(base);
    if (offset > 0) body.i32(offset).op(Op.i32_add);
    body.i32(0).i32(size).memoryFill();
    return;
  }
  let at = 0;
  for (; at + 8 <= size; at += 8)
    body
      .get(base)
      .i64(0n)
      .memory(Op.i64_store, offset + at);
  for (; at + 4 <= size; at += 4)
    body
      .get(base)
      .i32(0)
      .memory(Op.i32_store, offset + at);
  for (; at < size; at++)
    body
      .get(base)
      .i32(0)
      .memory(Op.i32_store8, offset + at);
}

/** Writes what is not zero in the default value of a variable that is all zero bytes. */
export function fillAt(p: Program, body: FunctionBody, type: RuntimeType, base: number, offset: number): void {
  if (isZero(p, type)) return;
  const { storage } = p.layout.layoutOf(type);
  if (storage) {
    body.get(base);
    pushOrdinal(body, type, ordinalDefault(type));
    storeScalar(body, storage, offset);
    return;
  }
  body.get(base);
  if (offset > 0) body.i32(offset).op(Op.i32_add);
  body.call(fill(p, type));
}

function pushOrdinal(body: FunctionBody, type: RuntimeType, value: bigint): void {
  if (isBoolean(type)) body.i32(Number(value));
  else body.i64(value);
}

/** (address): writes the default of a record or array over zero bytes. */
function fill(p: Program, type: RuntimeType): number {
  return helper(p, `default.${type.id}`, { params: ['i32'], results: [] }, (f) => {
    if (type.kind === 'record') fillFields(p, f, type);
    else if (type.kind === 'array') {
      const count = f.local('i32');
      f.i32(fixedCount(type)).set(count);
      fillElements(p, f, type, count);
    } else throw new Error(`${type.name} has no parts`);
  });
}

/** Fields of the record or object at local 0. */
function fillFields(p: Program, f: FunctionBody, type: RuntimeType): void {
  fieldsOf(p, type).forEach((field, n) => {
    const fieldType = typeOf(p, field.type);
    if (fieldType.kind === 'packed') {
      const value = field.default ? packedBits(field.default, fieldType.base) : ordinalDefault(fieldType);
      if (value === 0n) return;
      const held = f.local('i64');
      f.i64(value).set(held);
      storeBits(p, f, packedField(p, type, n).at, 0, held);
      return;
    }
    const { offset } = p.layout.fieldPlace(type, n);
    if (field.default) writeConstant(p, f, field.default, field.type, 0, offset);
    else fillAt(p, f, fieldType, 0, offset);
  });
}

/** `count` elements from local 0 on, which moves along. */
function fillElements(p: Program, f: FunctionBody, array: RuntimeType, count: number): void {
  const type = elementOf(array);
  const { size, bits } = p.layout.elementPlace(array);
  const n = f.local('i32');
  f.block().loop();
  f.get(n).get(count).op(Op.i32_ge_u).brIf(1);
  if (bits !== undefined) {
    const bit = f.local('i64');
    f.get(n).op(Op.i64_extend_i32_u).i64(BigInt(bits)).op(Op.i64_mul).set(bit);
    f.get(0).get(bit).i64(3n).op(Op.i64_shr_u, Op.i32_wrap_i64, Op.i32_add);
    f.get(bit).op(Op.i32_wrap_i64).i32(7).op(Op.i32_and);
    f.i32(bits).i64(ordinalDefault(type)).call(putBits(p));
  } else {
    fillAt(p, f, type, 0, 0);
    f.get(0).i32(size).op(Op.i32_add).set(0);
  }
  f.get(n).i32(1).op(Op.i32_add).set(n).br(0).end().end();
}

/** (data, lengths…) */
function fillOpen(p: Program, type: RuntimeType): number {
  const n = openDimensions(type);
  return helper(p, `default.${type.id}`, { params: new Array<ValType>(n + 1).fill('i32'), results: [] }, (f) => {
    if (n === 1) {
      fillElements(p, f, type, 1);
      return;
    }
    const inner = elementOf(type);
    const row = f.local('i32');
    const at = f.local('i32');
    const rest = Array.from({ length: n - 1 }, (_, d) => 2 + d);
    pushOpenBytes(p, f, inner, rest);
    f.tee(row).op(Op.i32_eqz).if().return().end();
    f.block().loop();
    f.get(at).get(1).op(Op.i32_ge_u).brIf(1).get(0);
    for (const l of rest) f.get(l);
    f.call(fillOpen(p, inner));
    f.get(0).get(row).op(Op.i32_add).set(0);
    f.get(at).i32(1).op(Op.i32_add).set(at).br(0).end().end();
  });
}

function packedBits(constant: ConstDef, base: RuntimeType): bigint {
  switch (constant.kind) {
    case 'int':
      return constant.value;
    case 'set':
      return constant.words[0] ?? 0n;
    case 'real': {
      const bits = new DataView(new ArrayBuffer(8));
      if (scalarType(base) === 'f32') bits.setFloat32(0, constant.value, true);
      else bits.setFloat64(0, constant.value, true);
      return bits.getBigUint64(0, true);
    }
    default:
      throw new Error(`a ${constant.kind} constant does not fit into bits`);
  }
}

/** Stores a constant of the type table into the variable of that type at a local plus an offset. */
function writeConstant(
  p: Program,
  f: FunctionBody,
  constant: ConstDef,
  index: TypeIndex,
  base: number,
  offset: number,
): void {
  const type = typeOf(p, index);
  if (constant.kind === 'aggregate') {
    writeAggregate(p, f, constant.parts, index, base, offset);
    return;
  }
  if (constant.kind === 'set' && scalarType(type) === undefined) {
    const words = Math.ceil(Number(ordinalCount((type as { element: RuntimeType }).element)) / 64);
    constant.words.slice(0, words).forEach((w, n) => {
      f.get(base)
        .i64(w)
        .memory(Op.i64_store, offset + 8 * n);
    });
    return;
  }
  f.get(base);
  pushConstant(p, f, constant, type);
  storeScalar(f, p.layout.layoutOf(type).storage!, offset);
}

function pushConstant(p: Program, f: FunctionBody, constant: ConstDef, type: RuntimeType): void {
  switch (constant.kind) {
    case 'int':
      pushOrdinal(f, type, constant.value);
      break;
    case 'real':
      if (scalarType(type) === 'f32') f.f32(constant.value);
      else f.f64(constant.value);
      break;
    case 'text':
      f.i32(p.linked.texts[constant.text]!);
      break;
    case 'nil':
      f.i32(0);
      break;
    case 'proc':
      f.i32(p.linked.slots[constant.proc]!);
      break;
    case 'set':
      f.i64(constant.words[0] ?? 0n);
      break;
    case 'aggregate':
      throw new Error('an aggregate is not one value');
  }
}

function writeAggregate(
  p: Program,
  f: FunctionBody,
  parts: readonly ConstDef[],
  index: TypeIndex,
  base: number,
  offset: number,
): void {
  const def = definition(p, index);
  const type = typeOf(p, index);
  parts.forEach((part, n) => {
    if (def.kind === 'record') {
      const field = def.fields[n]!;
      const fieldType = typeOf(p, field.type);
      if (fieldType.kind !== 'packed') {
        writeConstant(p, f, part, field.type, base, offset + p.layout.fieldPlace(type, n).offset);
        return;
      }
      const held = f.local('i64');
      f.i64(packedBits(part, fieldType.base)).set(held);
      const { at } = packedField(p, type, n);
      storeBits(p, f, { ...at, offset: at.offset + offset, limit: at.limit + offset }, base, held);
    } else if (def.kind === 'array') {
      const { size, bits } = p.layout.elementPlace(type);
      if (bits === undefined) writeConstant(p, f, part, def.element, base, offset + n * size);
      else {
        const element = elementOf(type);
        const value = packedBits(part, element.kind === 'packed' ? element.base : element);
        f.get(base)
          .i32(offset)
          .op(Op.i32_add)
          .i32(n * bits)
          .i32(bits);
        f.i64(value).call(putBits(p));
      }
    } else throw new Error(`${type.name} has no parts`);
  });
}

/**
 * (ref): what NEW does to a zeroed payload. For an open array its lengths have been stored already. An object's supertype comes first: its initialiser
 * is found through its descriptor, as it may belong to another extension.
 */
export function fillPayload(p: Program, f: FunctionBody, type: RuntimeType): void {
  if (type.kind === 'ref') {
    const target = type.target;
    if (target.kind !== 'openarray') {
      fillAt(p, f, target, 0, 0);
      return;
    }
    const n = openDimensions(target);
    f.get(0)
      .i32((n * 4 + 7) & ~7)
      .op(Op.i32_add);
    for (let d = 0; d < n; d++) f.get(0).memory(Op.i32_load, 4 * d);
    f.call(fillOpen(p, target));
    return;
  }
  if (type.kind !== 'object') throw new Error(`${type.name} is not allocated by NEW`);
  const parent = type.super ? revealed(type.super) : undefined;
  if (parent && !p.layout.payloadIsZero(parent)) {
    f.get(0);
    callInitialiser(p, f, parent);
  }
  fillFields(p, f, type);
}

/** ref -> : runs the initialiser that the descriptor of a type names when the code runs, if there is one. */
export function callInitialiser(p: Program, f: FunctionBody, type: RuntimeType): void {
  const at = p.layout.descriptorOf(type) + DESC_INIT_SLOT;
  f.i32(at).call(initialise(p));
}
function initialise(p: Program): number {
  return helper(p, 'initialise', { params: ['i32', 'i32'], results: [] }, (f) => {
    const slot = f.local('i32');
    f.get(1).memory(Op.i32_load, 0).tee(slot).if();
    f.get(0)
      .get(slot)
      .callIndirect(p.builder.type({ params: ['i32'], results: [] }))
      .end();
  });
}
