/**
 * Sizes of types in memory as this implementation defines them (`language.md`): BITSIZE, BYTESIZE, ADRSIZE and VIEW stand on them.
 *
 * Integers are 64 bits, REAL 32, other floats 64, CHAR 8, WIDECHAR 32, references and procedures 32; enumerations and subranges take the
 * smallest of 1, 2, 4, 8 bytes that holds them; a set of up to 8 elements one byte, else whole 64-bit words. Fields lie in the order of
 * declaration, each aligned to its size; packed neighbours share bits. Only ordinals and sets of up to 64 elements are packed.
 */
import type { Field, Type } from '../../types/model.ts';
import { bounds, isOrdinal, numberOf, unpacked } from '../../types/ordinals.ts';

export interface Size {
  readonly bits: bigint;
  /** In bits; 1 for packed types. */
  readonly align: bigint;
}

const BYTE = 8n;
const WORD = 64n;

/** The size of a variable of this type; undefined for open arrays (known at run time only) and erroneous types. */
export function sizeOf(type: Type): Size | undefined {
  switch (type.kind) {
    case 'integer':
      return scalar(WORD);
    case 'enum':
    case 'subrange':
      return scalar(ordinalBits(type));
    case 'float':
      return scalar(type.name === 'REAL' ? 32n : 64n);
    case 'builtin':
    case 'ref':
    case 'object':
    case 'opaque':
    case 'procedure':
      return scalar(32n);
    case 'set':
      return setSize(numberOf(type.element));
    case 'packed':
      return isFloatOrReference(type) ? sizeOf(type.base) : { bits: BigInt(type.bits), align: 1n };
    case 'record':
      return recordSize(type.fields);
    case 'array':
      return arraySize(numberOf(type.index), storedSize(type.element));
    case 'openarray':
    case 'error':
      return undefined;
  }
}

/** The size as part of a record or array, where records, arrays and large sets lie as they do elsewhere, whatever BITS n FOR asks. */
function storedSize(type: Type): Size | undefined {
  return sizeOf(isPackedAggregate(type) ? unpacked(type) : type);
}

/** Does a field or element of this type share its bytes, so that it has no address? */
export function hasNoAddress(type: Type): boolean {
  return type.kind === 'packed' && !isPackedAggregate(type) && !isFloatOrReference(type);
}

/** Is it BITS n FOR what cannot be packed bit by bit? */
export function isPackedAggregate(type: Type): boolean {
  if (type.kind !== 'packed') return false;
  const base = unpacked(type);
  return (
    base.kind === 'record' || base.kind === 'array' || (base.kind === 'set' && (numberOf(base.element) ?? 0n) > WORD)
  );
}

/** They have the bits that they have, and lie where such a variable may. */
function isFloatOrReference(type: Type): boolean {
  const base = unpacked(type);
  return !isOrdinal(base) && !['set', 'record', 'array'].includes(base.kind);
}

function scalar(bits: bigint): Size {
  return { bits, align: bits };
}

function ordinalBits(type: Type): bigint {
  const range = bounds(type);
  if (range === undefined || range.lo > range.hi) return BYTE;
  const { lo, hi } = range;
  for (const bits of [8n, 16n, 32n]) {
    const fits = lo < 0n ? lo >= -(2n ** (bits - 1n)) && hi < 2n ** (bits - 1n) : hi < 2n ** bits;
    if (fits) return bits;
  }
  return WORD;
}

function setSize(elements: bigint | undefined): Size | undefined {
  if (elements === undefined) return undefined;
  if (elements <= 8n) return scalar(BYTE);
  return { bits: roundUp(elements, WORD), align: WORD };
}

function recordSize(fields: readonly Field[]): Size | undefined {
  let at = 0n;
  let align = BYTE;
  for (const field of fields) {
    const size = storedSize(field.type);
    if (size === undefined) return undefined;
    at = roundUp(at, size.align) + size.bits;
    if (size.align > align) align = size.align;
  }
  return { bits: roundUp(at, align), align };
}

function arraySize(count: bigint | undefined, element: Size | undefined): Size | undefined {
  if (count === undefined || element === undefined) return undefined;
  if (element.align === 1n) return { bits: roundUp(count * element.bits, BYTE), align: BYTE };
  return { bits: count * element.bits, align: element.align };
}

function roundUp(value: bigint, unit: bigint): bigint {
  return ((value + unit - 1n) / unit) * unit;
}

export function byteSize(type: Type): bigint | undefined {
  const size = sizeOf(type);
  return size && roundUp(size.bits, BYTE) / BYTE;
}
