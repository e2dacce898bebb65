/**
 * What lowering asks of a type: its operand class, its bounds, whether it is an aggregate.
 *
 * Not inside: equality and subtyping (`language/types/relations.ts`), entries of the type table (`emit/type-table.ts`).
 */
import { MAX_INTEGER, MIN_INTEGER } from '../../bytecode/types.ts';
import type {
  ArrayType,
  EnumType,
  IntegerType,
  OpenArrayType,
  PackedType,
  SetType,
  SubrangeType,
  Type,
} from '../../language/types/model.ts';
import { Refusal } from '../refusal.ts';

/** Operand class of a value of a type; aggregates are handled by address. `open` is an open array. */
export type Shape = 'int' | 'bool' | 'real' | 'long' | 'set' | 'ref' | 'proc' | 'aggregate' | 'open';

export interface Interval {
  readonly lo: bigint;
  readonly hi: bigint;
}

export type Ordinal = IntegerType | EnumType | SubrangeType;

const INTEGER_BOUNDS: Interval = { lo: MIN_INTEGER, hi: MAX_INTEGER };
const MAX_SMALL_SET = 64n;

/** The type of the value in a variable of that type: BITS n FOR T holds a T. */
export function unpack(type: Type): Type {
  return type.kind === 'packed' ? unpack(type.base) : type;
}

/** Is it read and written by special instructions? Of anything but ordinals and small sets, BITS n FOR is storage like any other. */
export function isPacked(type: Type): type is PackedType {
  if (type.kind !== 'packed') return false;
  const base = unpack(type.base);
  return isScalar(base) && (isOrdinal(base) || base.kind === 'set');
}

export function isOrdinal(type: Type): type is Ordinal {
  return type.kind === 'integer' || type.kind === 'enum' || type.kind === 'subrange';
}

export function isBoolean(type: Type): boolean {
  const base = type.kind === 'subrange' ? type.base : type;
  return base.kind === 'enum' && base.builtin === 'BOOLEAN';
}

/** Bounds of an ordinal type, as ORD values. */
export function bounds(type: Type): Interval {
  switch (type.kind) {
    case 'integer':
      return INTEGER_BOUNDS;
    case 'enum':
      return { lo: 0n, hi: BigInt(type.size) - 1n };
    case 'subrange':
      return { lo: type.lo, hi: type.hi };
    case 'packed':
      return bounds(type.base);
    default:
      throw new Error(`bounds of ${type.kind}`);
  }
}

/** How many values an ordinal type has. */
export function cardinality(type: Type): bigint {
  const { lo, hi } = bounds(type);
  return hi < lo ? 0n : hi - lo + 1n;
}

/** The type that a subrange is part of. */
export function ordinalBase(type: Ordinal): IntegerType | EnumType {
  return type.kind === 'subrange' ? type.base : type;
}

export function isBigSet(type: Type): type is SetType {
  return type.kind === 'set' && cardinality(unpack(type.element)) > MAX_SMALL_SET;
}

export function isArray(type: Type): type is ArrayType | OpenArrayType {
  return type.kind === 'array' || type.kind === 'openarray';
}

export function shapeOf(type: Type): Shape {
  switch (type.kind) {
    case 'integer':
    case 'enum':
    case 'subrange':
      return isBoolean(type) ? 'bool' : 'int';
    case 'float':
      return type.name === 'REAL' ? 'real' : 'long';
    case 'builtin':
      return type.name === 'PROCANY' ? 'proc' : 'ref';
    case 'ref':
    case 'object':
    case 'opaque':
      return 'ref';
    case 'procedure':
      return 'proc';
    case 'set':
      return isBigSet(type) ? 'aggregate' : 'set';
    case 'record':
    case 'array':
      return 'aggregate';
    case 'openarray':
      return 'open';
    case 'packed':
      return shapeOf(type.base);
    case 'error':
      throw new Refusal('L5010', 'a type here is in error');
  }
}

export function isScalar(type: Type): boolean {
  const shape = shapeOf(type);
  return shape !== 'aggregate' && shape !== 'open';
}

/** Does giving the type its default value do more than clearing bits: does a record inside have field defaults? */
export function hasDefaults(type: Type): boolean {
  switch (type.kind) {
    case 'record':
      return type.fields.some((f) => f.default !== undefined || hasDefaults(f.type));
    case 'array':
    case 'openarray':
      return hasDefaults(type.element);
    default:
      return false;
  }
}

/** A subrange of INTEGER, made up by the compiler. */
export function integerSubrange(base: IntegerType | EnumType, lo: bigint, hi: bigint): SubrangeType {
  return { kind: 'subrange', base, lo, hi };
}

export const INTEGER: IntegerType = { kind: 'integer', name: 'INTEGER' };

/** ARRAY [0..count-1] OF element */
export function fixedArray(count: number, element: Type): ArrayType {
  return { kind: 'array', index: integerSubrange(INTEGER, 0n, BigInt(count) - 1n), element };
}

/** Number of dimensions that are open, from the outermost. */
export function openDimensions(type: Type): number {
  return type.kind === 'openarray' ? 1 + openDimensions(type.element) : 0;
}
