/**
 * Relations between the types of the running kernel: equality, subtyping, assignability of procedures (Modula-3, "Subtyping rules").
 *
 * The kernel knows every revelation that is linked, so an opaque type and its revelation are the same type here; what a *file* may know of an
 * opaque type is for the verifier to hold.
 */
import type { ArrayRT, ObjectRT, OrdinalRT, ProcedureRT, RuntimeType } from './runtime-type.ts';

/** What stands for an opaque type: its full revelation, where one is linked. */
export function resolved(type: RuntimeType): RuntimeType {
  return type.kind === 'opaque' ? (type.revealed ?? type) : type;
}

export function sameType(a: RuntimeType, b: RuntimeType): boolean {
  return resolved(a) === resolved(b);
}

export function isReference(type: RuntimeType): boolean {
  switch (type.kind) {
    case 'text':
    case 'refany':
    case 'null':
    case 'ref':
    case 'object':
    case 'opaque':
      return true;
    default:
      return false;
  }
}

/** The type that a reference type was made from: of an object its supertype, of an unrevealed opaque type its bound. */
export function above(type: RuntimeType): RuntimeType | undefined {
  const t = resolved(type);
  return t.kind === 'object' || t.kind === 'opaque' ? t.super : undefined;
}

export function isSubtype(a: RuntimeType, b: RuntimeType): boolean {
  const [sub, sup] = [unpacked(a), unpacked(b)];
  if (sameType(sub, sup)) return true;
  switch (sup.kind) {
    case 'refany':
      return isReference(sub);
    case 'procany':
      return sub.kind === 'procedure' || sub.kind === 'null';
    case 'procedure':
      return sub.kind === 'null' || (sub.kind === 'procedure' && covers(sup, sub));
    case 'ordinal':
      return sub.kind === 'ordinal' && ordinalWithin(sub, sup);
    case 'array':
    case 'openarray':
      return arrayWithin(sub, sup);
    case 'object':
    case 'opaque':
    case 'ref':
    case 'text':
      if (sub.kind === 'null') return true;
      for (let t = above(sub); t; t = above(t)) if (sameType(t, sup)) return true;
      return false;
    default:
      return false;
  }
}

/** BITS n FOR T and T are subtypes of each other. */
function unpacked(type: RuntimeType): RuntimeType {
  let t = resolved(type);
  while (t.kind === 'packed') t = resolved(t.base);
  return t;
}

function baseOf(type: OrdinalRT): RuntimeType {
  return type.base ?? type;
}

function ordinalWithin(sub: OrdinalRT, sup: OrdinalRT): boolean {
  return sameType(baseOf(sub), baseOf(sup)) && (sub.lo > sub.hi || (sub.lo >= sup.lo && sub.hi <= sup.hi));
}

/** Arrays differ only in that a fixed dimension may become an open one, or one over another index of as many values; elements are the same. */
function arrayWithin(a: RuntimeType, b: RuntimeType): boolean {
  let [sub, sup] = [a, b];
  while (!sameType(sub, sup)) {
    if (sub.kind !== 'array' && sub.kind !== 'openarray') return false;
    if (sup.kind !== 'array' && sup.kind !== 'openarray') return false;
    if (sup.kind === 'array' && (sub.kind !== 'array' || arrayLength(sub) !== arrayLength(sup))) return false;
    sub = resolved(sub.element);
    sup = resolved(sup.element);
  }
  return true;
}

/** NUMBER of a fixed array; may be as large as 2**64. */
export function arrayLength(type: ArrayRT): bigint {
  return ordinalCount(type.index);
}

export function ordinalCount(type: RuntimeType): bigint {
  const t = unpacked(type);
  return t.kind === 'ordinal' && t.hi >= t.lo ? t.hi - t.lo + 1n : 0n;
}

/** Whether a procedure of type `actual` may stand where one of type `formal` is wanted. */
export function covers(formal: RuntimeType, actual: RuntimeType): boolean {
  if (sameType(formal, actual)) return true;
  if (formal.kind === 'procany') return actual.kind === 'procedure' || actual.kind === 'null';
  if (formal.kind !== 'procedure' || actual.kind !== 'procedure') return false;
  return sameSignature(formal, actual) && raisesWithin(actual.raises, formal.raises) && flagsWithin(actual, formal);
}

/** Equal parameters and result; RAISES and flags apart. */
export function sameSignature(a: ProcedureRT, b: ProcedureRT): boolean {
  if (a.params.length !== b.params.length) return false;
  if ((a.result === undefined) !== (b.result === undefined)) return false;
  if (a.result && b.result && !sameType(a.result, b.result)) return false;
  return a.params.every((p, i) => p.mode === b.params[i]!.mode && sameType(p.type, b.params[i]!.type));
}

/** Sets are ascending. */
export function raisesWithin(inner: readonly number[] | 'any', outer: readonly number[] | 'any'): boolean {
  if (outer === 'any') return true;
  if (inner === 'any') return false;
  let at = 0;
  for (const e of inner) {
    while (at < outer.length && outer[at]! < e) at++;
    if (outer[at] !== e) return false;
  }
  return true;
}

/** A flagged procedure stands for an unflagged one, never the reverse. */
export function flagsWithin(actual: ProcedureRT, formal: ProcedureRT): boolean {
  return (!formal.functional || actual.functional) && (!formal.ephemeral || actual.ephemeral || actual.functional);
}

/** The object type itself and its supertypes outward to ROOT, opaque ones as their revelations; ends early at one without a revelation. */
export function* ancestry(type: RuntimeType): Generator<ObjectRT> {
  let t: RuntimeType | undefined = resolved(type);
  while (t && t.kind === 'object') {
    yield t;
    t = t.super ? resolved(t.super) : undefined;
  }
}

/** The types that a type is made of; for an opaque type, what it stands for as well. */
export function mentionedBy(type: RuntimeType): RuntimeType[] {
  switch (type.kind) {
    case 'ordinal':
      return type.base ? [type.base] : [];
    case 'set':
    case 'openarray':
      return [type.element];
    case 'record':
      return type.fields.map((f) => f.type);
    case 'array':
      return [type.index, type.element];
    case 'packed':
      return [type.base];
    case 'ref':
      return [type.target];
    case 'object':
      return [
        ...(type.super ? [type.super] : []),
        ...type.fields.map((f) => f.type),
        ...type.methods.map((m) => m.signature),
        ...type.overrides.map((o) => o.declarer),
      ];
    case 'opaque':
      return [...(type.super ? [type.super] : []), ...(type.revealed ? [type.revealed] : [])];
    case 'procedure':
      return [...type.params.map((p) => p.type), ...(type.result ? [type.result] : [])];
    default:
      return [];
  }
}
