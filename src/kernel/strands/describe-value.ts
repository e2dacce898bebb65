/**
 * Values of the running kernel as people read them: for reports of uncaught exceptions.
 */

import { printable } from '../../bytecode/printable.ts';
import { isBoolean } from '../codegen/signature.ts';
import { slotName } from '../domain/slots.ts';
import type { Kernel } from '../kernel.ts';
import { resolved } from '../types/relations.ts';
import type { FieldPlace, OrdinalRT, RuntimeType } from '../types/runtime-type.ts';

const MAX_TEXT = 200;
const MAX_PARTS = 8;
const MAX_DEPTH = 3;

/** An exception by its qualified name, with its argument. */
export function describeException(kernel: Kernel, exception: number, argument: bigint): string {
  const info = kernel.exceptions.get(exception);
  const shown = info?.argument ? `(${describeArgument(kernel, info.argument, argument)})` : '';
  return `${info?.name ?? `exception ${exception}`}${shown}`;
}

/** An exception's argument as the tag carries it: the bits of a scalar, or the reference of a box with the aggregate. */
function describeArgument(kernel: Kernel, type: RuntimeType, argument: bigint): string {
  const t = resolved(type);
  const isAggregate =
    t.kind === 'record' || t.kind === 'array' || (t.kind === 'set' && kernel.layouts.layoutOf(t).storage === undefined);
  if (!isAggregate) return describeScalar(kernel, t, argument, 0);
  return describeVariable(kernel, t, Number(BigInt.asUintN(32, argument)), 0);
}

function describeScalar(kernel: Kernel, type: RuntimeType, bits: bigint, depth: number): string {
  switch (type.kind) {
    case 'ordinal':
      return describeOrdinal(type, isBoolean(type) ? bits & 1n : bits);
    case 'float':
      return String(type.def === 'real' ? floatOfBits(Number(BigInt.asUintN(32, bits))) : doubleOfBits(bits));
    case 'set':
      return describeSet(type.element, (i) => (bits & (1n << BigInt(i))) !== 0n, 64);
    case 'packed':
      return describeScalar(kernel, resolved(type.base), bits, depth);
    case 'procedure':
    case 'procany': {
      const info = kernel.slots.info(Number(BigInt.asUintN(32, bits)));
      return bits === 0n ? 'NIL' : info ? slotName(info) : 'a procedure';
    }
    default:
      return describeRef(kernel, type, Number(BigInt.asUintN(32, bits)), depth);
  }
}

function describeOrdinal(type: OrdinalRT, value: bigint): string {
  const base = type.base ? (resolved(type.base) as OrdinalRT) : type;
  if (base.names) return base.names[Number(value)] ?? String(value);
  if (base.def !== 'char' && base.def !== 'widechar') return String(value);
  const code = Number(value);
  return code >= 32 && code < 127 ? `'${String.fromCharCode(code)}'` : `'\\${code.toString(8).padStart(3, '0')}'`;
}

function describeSet(element: RuntimeType, has: (i: number) => boolean, most: number): string {
  const e = resolved(element) as OrdinalRT;
  const count = Math.min(most, Number(e.hi - e.lo) + 1);
  const shown: string[] = [];
  for (let i = 0; i < count && shown.length <= MAX_PARTS; i++) {
    if (has(i)) shown.push(shown.length === MAX_PARTS ? '...' : describeOrdinal(e, e.lo + BigInt(i)));
  }
  return `{${shown.join(', ')}}`;
}

function describeRef(kernel: Kernel, type: RuntimeType, ref: number, depth: number): string {
  if (ref === 0) return 'NIL';
  const actual = kernel.types.byTypecode(kernel.access.typecodeOf(ref)) ?? type;
  if (actual.kind === 'text') return quote(kernel.access.readText(ref));
  // A list of atoms and the like: show what is in it, a little.
  if (actual.kind === 'ref' && resolved(actual.target).kind === 'record' && depth < MAX_DEPTH) {
    return describeVariable(kernel, resolved(actual.target), ref, depth + 1);
  }
  return actual.name;
}

/** The variable of that type at an address. */
function describeVariable(kernel: Kernel, type: RuntimeType, address: number, depth: number): string {
  const { storage } = kernel.layouts.layoutOf(type);
  if (storage !== undefined) return describeScalar(kernel, type, loadScalar(kernel, address, storage), depth);
  if (depth > MAX_DEPTH) return '{...}';
  switch (type.kind) {
    case 'record':
      return describeParts(type.fields.length, (i) => {
        const { name, type: field } = type.fields[i]!;
        const place = kernel.layouts.fieldPlace(type, i);
        return `${name} := ${describePart(kernel, resolved(field), address + place.offset, place, depth)}`;
      });
    case 'array': {
      const index = resolved(type.index) as OrdinalRT;
      const { size, bits } = kernel.layouts.elementPlace(type);
      return describeParts(Number(index.hi - index.lo) + 1, (i) => {
        const place = bits === undefined ? {} : { bitOffset: i * bits, bits };
        return describePart(kernel, resolved(type.element), address + i * size, place, depth);
      });
    }
    case 'set':
      return describeSet(type.element, (i) => bitsAt(kernel, address, i, 1) === 1n, Number.MAX_SAFE_INTEGER);
    default:
      return type.name;
  }
}

function describeParts(count: number, part: (i: number) => string): string {
  const shown = Array.from({ length: Math.min(count, MAX_PARTS) }, (_, i) => part(i));
  if (count > MAX_PARTS) shown.push('...');
  return `{${shown.join(', ')}}`;
}

type BitPlace = Pick<FieldPlace, 'bitOffset' | 'bits'>;

function describePart(kernel: Kernel, type: RuntimeType, address: number, place: BitPlace, depth: number): string {
  const { bitOffset = 0, bits } = place;
  if (bits === undefined) return describeVariable(kernel, type, address, depth + 1);
  const base = type.kind === 'packed' ? resolved(type.base) : type;
  // Packed records and arrays lie on whole bytes.
  if (base.kind === 'record' || base.kind === 'array') {
    return describeVariable(kernel, base, address + bitOffset / 8, depth + 1);
  }
  const value = bitsAt(kernel, address, bitOffset, bits);
  const signed = base.kind === 'ordinal' && base.lo < 0n;
  return describeScalar(kernel, base, signed ? BigInt.asIntN(bits, value) : value, depth);
}

/** Bits are numbered from the low end of each byte on. */
function bitsAt(kernel: Kernel, address: number, from: number, count: number): bigint {
  let value = 0n;
  for (let i = 0; i < count; i++) {
    const at = from + i;
    const bit = (kernel.access.bytes[address + (at >> 3)]! >> (at & 7)) & 1;
    value |= BigInt(bit) << BigInt(i);
  }
  return value;
}

function loadScalar(kernel: Kernel, address: number, storage: string): bigint {
  const view = kernel.access.view;
  switch (storage) {
    case 's8':
      return BigInt(view.getInt8(address));
    case 'u16':
      return BigInt(view.getUint16(address, true));
    case 's16':
      return BigInt(view.getInt16(address, true));
    case 's32':
      return BigInt(view.getInt32(address, true));
    case 'i64':
    case 'f64':
    case 'set64':
      return view.getBigInt64(address, true);
    case 'u32':
    case 'f32':
    case 'ref':
    case 'proc':
      return BigInt(view.getUint32(address, true));
    default:
      return BigInt(view.getUint8(address));
  }
}

export function quote(text: string): string {
  return `"${printable(text.slice(0, MAX_TEXT + 1).replace(/["\\]/g, '\\$&'), MAX_TEXT)}"`;
}

function floatOfBits(bits: number): number {
  return new Float32Array(Uint32Array.of(bits).buffer)[0]!;
}

function doubleOfBits(bits: bigint): number {
  return new Float64Array(BigInt64Array.of(BigInt.asIntN(64, bits)).buffer)[0]!;
}
