/**
 * Ordinal types (definition 2.2.1): their bounds, their number of elements, the type they are subranges of.
 */
import { BOOLEAN, INTEGER_FIRST, INTEGER_LAST } from './builtins.ts';
import type { EnumType, IntegerType, SubrangeType, Type } from './model.ts';

export type OrdinalType = IntegerType | EnumType | SubrangeType;

export interface Bounds {
  readonly lo: bigint;
  readonly hi: bigint;
}

/** A type without its packing: `BITS n FOR T` is T. */
export function unpacked(type: Type): Type {
  let t = type;
  while (t.kind === 'packed') t = t.base;
  return t;
}

export function isOrdinal(type: Type): boolean {
  return ordinal(type) !== undefined;
}

/** The type as an ordinal type, packing removed; undefined when it is none. */
export function ordinal(type: Type): OrdinalType | undefined {
  const t = unpacked(type);
  return t.kind === 'integer' || t.kind === 'enum' || t.kind === 'subrange' ? t : undefined;
}

/** FIRST and LAST as ORD values; undefined for types that are not ordinal. `lo > hi` when the type is empty. */
export function bounds(type: Type): Bounds | undefined {
  const t = ordinal(type);
  switch (t?.kind) {
    case undefined:
      return undefined;
    case 'integer':
      return { lo: INTEGER_FIRST, hi: INTEGER_LAST };
    case 'enum':
      return { lo: 0n, hi: BigInt(t.size) - 1n };
    case 'subrange':
      return { lo: t.lo, hi: t.hi };
  }
}

/** NUMBER(T); undefined for types that are not ordinal. */
export function numberOf(type: Type): bigint | undefined {
  const b = bounds(type);
  return b && (b.hi < b.lo ? 0n : b.hi - b.lo + 1n);
}

/** INTEGER, LONGINT or the enumeration that an ordinal type is a subrange of; other types: themselves, unpacked. */
export function baseType(type: Type): Type {
  const t = unpacked(type);
  return t.kind === 'subrange' ? t.base : t;
}

/** Two ordinal types of one base; enumerations are the same when their elements are (2.2.1). */
export function sameBase(a: Type, b: Type): boolean {
  const [x, y] = [baseType(a), baseType(b)];
  if (x === y) return true;
  return x.kind === 'enum' && y.kind === 'enum' && sameEnum(x, y);
}

export function sameEnum(a: EnumType, b: EnumType): boolean {
  if (a === b) return true;
  if ((a.builtin && a !== BOOLEAN) || (b.builtin && b !== BOOLEAN)) return false;
  return a.elements.length === b.elements.length && a.elements.every((name, i) => name === b.elements[i]);
}

/** A type without values: no variable can have it, and no field or element, so that no record and no array has such a type. */
export function isEmpty(type: Type): boolean {
  switch (type.kind) {
    case 'subrange':
    case 'enum':
    case 'integer':
      return numberOf(type) === 0n;
    case 'packed':
      return isEmpty(type.base);
    default:
      return false;
  }
}
