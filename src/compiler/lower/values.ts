/**
 * Operands and the conversions between them: what must be checked where a value of one type meets a place of another (definition 2.3.1).
 */

import type { Type } from '../../language/types/model.ts';
import { sameType as sameStructure } from '../../language/types/relations.ts';
import { type Body, typeIndex } from './context.ts';
import { isReferenceSubtype } from './references.ts';
import { bounds, isArray, openDimensions, shapeOf, unpack } from './types.ts';

/** What lowering knows of the scalar on top of the stack; never more than the verifier knows. */
export type Value =
  | { readonly k: 'int'; readonly lo: bigint; readonly hi: bigint }
  | { readonly k: 'bool' }
  | { readonly k: 'real' }
  | { readonly k: 'long' }
  | { readonly k: 'set' }
  | { readonly k: 'ref'; readonly type: Type }
  | { readonly k: 'proc'; readonly type: Type; readonly closure: boolean };

/** Where a procedure value may go: a VALUE formal takes nested procedures, other places do not. */
export type Keep = 'stored' | 'passed';

/** What reading a variable of a scalar type gives. */
export function operandOf(type: Type, closure = false): Value {
  const shape = shapeOf(type);
  switch (shape) {
    case 'int':
      return { k: 'int', ...bounds(type) };
    case 'bool':
    case 'real':
    case 'long':
    case 'set':
      return { k: shape };
    case 'ref':
      return { k: 'ref', type: unpack(type) };
    case 'proc':
      return { k: 'proc', type: unpack(type), closure };
    default:
      throw new Error(`a ${shape} is not a scalar`);
  }
}

/** Makes the value on top of the stack fit for a place of type `to`. */
export function coerce(body: Body, value: Value, to: Type, keep: Keep = 'stored'): void {
  const { code } = body;
  const shape = shapeOf(to);
  if (value.k === 'int') {
    checkRange(body, value, to);
    if (shape === 'bool') code.emit('bool.of_int');
    return;
  }
  if (value.k === 'bool') {
    coerceBoolean(body, to);
    return;
  }
  if (value.k === 'ref') {
    if (shape === 'proc') {
      // Only NIL has a place among procedures.
      code.emit('drop');
      code.emit('nil.proc', typeIndex(body, unpack(to)));
      return;
    }
    if (!isReferenceSubtype(body.program, value.type, unpack(to))) code.emit('narrow', typeIndex(body, unpack(to)));
    return;
  }
  if (value.k === 'proc' && value.closure && keep === 'stored') code.emit('proc.toplevel');
}

function coerceBoolean(body: Body, to: Type): void {
  const { lo, hi } = bounds(to);
  const wasInt = shapeOf(to) === 'int';
  if (!wasInt && lo <= 0n && hi >= 1n) return;
  body.code.emit('int.of_bool');
  if (wasInt) return;
  body.code.emit('check.range', lo, hi);
  body.code.emit('bool.of_int');
}

/** Emits the check, if one is needed, that an integer lies within the bounds of an ordinal type. */
export function checkRange(body: Body, value: { readonly lo: bigint; readonly hi: bigint }, to: Type): void {
  const { lo, hi } = bounds(to);
  if (value.lo >= lo && value.hi <= hi) return;
  if (lo > hi) {
    // No value belongs to an empty type.
    body.code.emit('drop');
    body.code.fault('ValueOutOfRange');
    return;
  }
  body.code.emit('check.range', lo, hi);
}

/** Turns an ordinal on the stack into an integer operand. */
export function asInt(body: Body, value: Value): { lo: bigint; hi: bigint } {
  if (value.k === 'int') return value;
  if (value.k !== 'bool') throw new Error(`a ${value.k} is not ordinal`);
  body.code.emit('int.of_bool');
  return { lo: 0n, hi: 1n };
}

/** Turns an integer that lies within the type into an operand of that ordinal type. */
export function fromInt(body: Body, type: Type): void {
  if (shapeOf(type) === 'bool') body.code.emit('bool.of_int');
}

export function sameType(body: Body, a: Type, b: Type): boolean {
  return a === b || typeIndex(body, unpack(a)) === typeIndex(body, unpack(b)) || sameStructure(unpack(a), unpack(b));
}

/** Sees the array whose address is on the stack as one of type `to`, which has the same elements at the bottom. */
export function convertArray(body: Body, from: Type, to: Type): void {
  if (!isArray(from) || !isArray(to) || sameType(body, from, to)) return;
  const { code } = body;
  const had = openDimensions(from);
  const wanted = openDimensions(to);
  if (wanted > had) {
    code.emit('open', typeIndex(body, to));
    return;
  }
  if (wanted < had) {
    code.emit('fix', typeIndex(body, to));
    return;
  }
  // Index types differ; an open array type lies between the two.
  code.emit('open', typeIndex(body, opened(to)));
  code.emit('fix', typeIndex(body, to));
}

function opened(type: Type): Type {
  return isArray(type) ? { kind: 'openarray', element: opened(type.element) } : type;
}
