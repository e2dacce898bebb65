/**
 * WebAssembly signatures of procedure types: the calling convention that `link.ts` describes.
 *
 * Generated code, dispatcher stubs and trampolines to native code all ask here, so that they cannot disagree.
 */
import type { ProcedureRT, RuntimeType } from '../types/runtime-type.ts';
import type { Signature } from '../wasm/module.ts';
import type { ValType } from '../wasm/opcodes.ts';

/** Follows an opaque type to its revelation as far as it is known. */
export function revealed(type: RuntimeType): RuntimeType {
  let t = type;
  while (t.kind === 'opaque' && t.revealed) t = t.revealed;
  return t;
}

/** BOOLEAN and its subranges, which are `bool` operands. */
export function isBoolean(type: RuntimeType): boolean {
  let t: RuntimeType | undefined = type;
  while (t?.kind === 'ordinal' && t.def === 'subrange') t = t.base;
  return t?.kind === 'ordinal' && t.def === 'boolean';
}

/** Number of values of an ordinal type; 0 of an empty one. */
export function ordinalCount(type: RuntimeType): bigint {
  if (type.kind === 'packed') return ordinalCount(type.base);
  if (type.kind !== 'ordinal') throw new Error(`${type.name} is not ordinal`);
  return type.hi < type.lo ? 0n : type.hi - type.lo + 1n;
}

/** Sets of more than 64 elements are aggregates. */
export function isBigSet(type: RuntimeType): boolean {
  return type.kind === 'set' && ordinalCount(type.element) > 64n;
}

/** The operand of a scalar type; undefined for aggregates. */
export function scalarType(type: RuntimeType): ValType | undefined {
  switch (type.kind) {
    case 'ordinal':
      return isBoolean(type) ? 'i32' : 'i64';
    case 'float':
      return type.def === 'real' ? 'f32' : 'f64';
    case 'set':
      return isBigSet(type) ? undefined : 'i64';
    case 'packed':
      return scalarType(type.base);
    case 'record':
    case 'array':
    case 'openarray':
      return undefined;
    default:
      return 'i32';
  }
}

export function openDimensions(type: RuntimeType): number {
  let n = 0;
  for (let t = type; t.kind === 'openarray'; t = t.element) n++;
  return n;
}

/** The operand of an address of a variable of the type. */
export function addressTypes(type: RuntimeType): ValType[] {
  return new Array<ValType>(1 + openDimensions(type)).fill('i32');
}

/** Of procedures, and of nested ones: one object for each type, which builders of modules know again. */
const signatures = { plain: new WeakMap<ProcedureRT, Signature>(), nested: new WeakMap<ProcedureRT, Signature>() };

/** With `environment`, of a nested procedure of that type. */
export function procedureSignature(type: ProcedureRT, environment = false): Signature {
  const known = environment ? signatures.nested : signatures.plain;
  let signature = known.get(type);
  if (!signature) known.set(type, (signature = makeSignature(type, environment)));
  return signature;
}

function makeSignature(type: ProcedureRT, environment: boolean): Signature {
  const params: ValType[] = [];
  const results: ValType[] = [];
  if (type.result) {
    const result = scalarType(type.result);
    if (result) results.push(result);
    else params.push('i32');
  }
  for (const p of type.params) {
    const scalar = p.mode === 'value' ? scalarType(p.type) : undefined;
    if (scalar) params.push(scalar);
    else params.push(...addressTypes(p.type));
  }
  if (environment) params.push('i32');
  return { params, results };
}
