/**
 * Relations between types: sameness (2.2), subtyping (2.2, "Subtyping rules"), assignability (2.3.1).
 *
 * Types are the same when their infinite expansions are. Recursive types are compared by assuming what is being proved. What is known
 * of opaque types differs from unit to unit; relations that depend on it take `reveal`, which maps an opaque type to the most that the
 * asking unit knows of it and any other type to itself.
 */
import { ADDRESS, NULL, PROCANY, REFANY, ROOT, UNTRACED_ROOT } from './builtins.ts';
import type {
  Brand,
  ConstValue,
  ExceptionEntity,
  Field,
  Method,
  Override,
  Param,
  ProcedureEntity,
  ProcedureType,
  Type,
} from './model.ts';
import { bounds, isOrdinal, numberOf, sameBase, sameEnum, unpacked } from './ordinals.ts';

export type Reveal = (type: Type) => Type;

// ---------------------------------------------------------------- sameness

/** Pairs assumed the same while their parts are compared. */
type Assumed = Map<Type, Set<Type>>;

export function sameType(a: Type, b: Type): boolean {
  return same(a, b, new Map());
}

function same(left: Type, right: Type, assumed: Assumed): boolean {
  const a = concreteAsOpaque(left);
  const b = concreteAsOpaque(right);
  if (a === b) return true;
  if (a.kind === 'error' || b.kind === 'error') return true;
  if (a.kind !== b.kind) return false;
  const known = assumed.get(a);
  if (known?.has(b)) return true;
  if (known) known.add(b);
  else assumed.set(a, new Set([b]));
  return sameShape(a, b, assumed);
}

/** The concrete type of an opaque type *is* the opaque type; whoever holds the former has the right to know. */
function concreteAsOpaque(type: Type): Type {
  return (type.kind === 'ref' || type.kind === 'object') && type.reveals ? type.reveals : type;
}

function sameShape(a: Type, b: Type, assumed: Assumed): boolean {
  if (a.kind === 'enum' && b.kind === 'enum') return sameEnum(a, b);
  if (a.kind === 'subrange' && b.kind === 'subrange') return sameBase(a, b) && a.lo === b.lo && a.hi === b.hi;
  if (a.kind === 'set' && b.kind === 'set') return same(a.element, b.element, assumed);
  if (a.kind === 'packed' && b.kind === 'packed') return a.bits === b.bits && same(a.base, b.base, assumed);
  if (a.kind === 'record' && b.kind === 'record') return sameFields(a.fields, b.fields, assumed);
  if (a.kind === 'array' && b.kind === 'array')
    return same(a.index, b.index, assumed) && same(a.element, b.element, assumed);
  if (a.kind === 'openarray' && b.kind === 'openarray') return same(a.element, b.element, assumed);
  if (a.kind === 'ref' && b.kind === 'ref') {
    return a.traced === b.traced && sameBrand(a.brand, b.brand) && same(a.target, b.target, assumed);
  }
  if (a.kind === 'object' && b.kind === 'object') {
    return (
      sameBrand(a.brand, b.brand) &&
      same(a.super, b.super, assumed) &&
      sameFields(a.fields, b.fields, assumed) &&
      sameLists(a.methods, b.methods, (m, n) => sameMethod(m, n, assumed)) &&
      sameLists(a.overrides, b.overrides, sameOverride)
    );
  }
  if (a.kind === 'opaque' && b.kind === 'opaque') return a.entity === b.entity;
  if (a.kind === 'procedure' && b.kind === 'procedure') {
    return (
      a.ephemeral === b.ephemeral &&
      a.functional === b.functional &&
      sameRaises(a.raises, b.raises) &&
      sameSignature(a, b, (x, y) => same(x, y, assumed)) &&
      sameLists(a.params, b.params, (p, q) => p.name === q.name && sameOptional(p.default, q.default))
    );
  }
  return false;
}

function sameLists<T>(a: readonly T[], b: readonly T[], equal: (x: T, y: T) => boolean): boolean {
  return a.length === b.length && a.every((x, i) => equal(x, b[i]!));
}

function sameFields(a: readonly Field[], b: readonly Field[], assumed: Assumed): boolean {
  return sameLists(
    a,
    b,
    (f, g) => f.name === g.name && same(f.type, g.type, assumed) && sameOptional(f.default, g.default),
  );
}

function sameMethod(a: Method, b: Method, assumed: Assumed): boolean {
  return a.name === b.name && same(a.signature, b.signature, assumed) && sameProcedure(a.default, b.default);
}

function sameOverride(a: Override, b: Override): boolean {
  return a.name === b.name && sameProcedure(a.proc, b.proc);
}

/** A body and the heading it implements are one procedure. */
export function sameProcedure(a: ProcedureEntity | undefined, b: ProcedureEntity | undefined): boolean {
  if (a === b) return true;
  if (!a || !b) return false;
  return (
    a.implements.includes(b) ||
    b.implements.includes(a) ||
    a.implements.some((heading) => b.implements.includes(heading))
  );
}

function sameBrand(a: Brand | undefined, b: Brand | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && a.unit === b.unit && a.text === b.text);
}

function sameOptional(a: ConstValue | undefined, b: ConstValue | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && sameConst(a, b));
}

export function sameConst(a: ConstValue, b: ConstValue): boolean {
  if (a.kind === 'int' && b.kind === 'int') return a.value === b.value;
  if (a.kind === 'real' && b.kind === 'real') return Object.is(a.value, b.value);
  if (a.kind === 'text' && b.kind === 'text') return a.value === b.value && !a.wide === !b.wide;
  if (a.kind === 'nil' && b.kind === 'nil') return true;
  if (a.kind === 'proc' && b.kind === 'proc') return sameProcedure(a.proc, b.proc);
  if (a.kind === 'set' && b.kind === 'set') return sameLists(a.elements, b.elements, (x, y) => x === y);
  if (a.kind === 'record' && b.kind === 'record') return sameLists(a.fields, b.fields, sameConst);
  if (a.kind === 'array' && b.kind === 'array') return sameLists(a.elements, b.elements, sameConst);
  return false;
}

function sameRaises(a: ProcedureType['raises'], b: ProcedureType['raises']): boolean {
  if (a === 'any' || b === 'any') return a === b;
  const [x, y] = [new Set(a), new Set(b)];
  return x.size === y.size && [...x].every((e) => y.has(e));
}

/** Modes, types and result. Names and defaults of parameters belong to the type (2.2.8), but not to what one signature covers of another. */
function sameSignature(a: ProcedureType, b: ProcedureType, equal: (x: Type, y: Type) => boolean): boolean {
  if (!sameLists(a.params, b.params, (p: Param, q: Param) => p.mode === q.mode && equal(p.type, q.type))) return false;
  // A result that is wrong is anything, or none.
  if (a.result?.kind === 'error' || b.result?.kind === 'error') return true;
  return a.result && b.result ? equal(a.result, b.result) : a.result === b.result;
}

// ---------------------------------------------------------------- subtyping

export function isSubtype(sub: Type, sup: Type, reveal: Reveal): boolean {
  const a = unpacked(sub);
  const b = unpacked(sup);
  // Not by way of being the same: a parameter's default may be the very procedure, and is looked at to tell whether it is assignable.
  if (b.kind === 'procedure' && a.kind !== 'error') return a === NULL || (a.kind === 'procedure' && covers(b, a));
  if (sameType(a, b)) return true;
  switch (b.kind) {
    case 'integer':
    case 'enum':
    case 'subrange':
      return isOrdinal(a) && ordinalWithin(a, b);
    case 'array':
    case 'openarray':
      return arrayWithin(a, b);
    case 'ref':
    case 'object':
    case 'opaque':
      return a === NULL || hasSupertype(a, b, reveal);
    case 'builtin':
      return builtinIncludes(a, b, reveal);
    default:
      return false;
  }
}

/** REFANY contains all traced references, ADDRESS all untraced ones, PROCANY (SPIN) all procedures; NIL is everywhere. */
function builtinIncludes(a: Type, b: Type, reveal: Reveal): boolean {
  if (b === NULL) return false;
  if (a === NULL) return true;
  if (b === PROCANY) return a.kind === 'procedure';
  if (b === REFANY) return tracedness(a, reveal) === 'traced';
  if (b === ADDRESS) return tracedness(a, reveal) === 'untraced';
  return hasSupertype(a, b, reveal);
}

/** Bounds how far a chain of supertypes is followed, for programs whose chain is a (reported) circle. */
const LONGEST_CHAIN = 10_000;

/** What a reference type is made from: an object's supertype, an opaque type's revelation or bound; undefined at the top. */
export function supertypeOf(type: Type, reveal: Reveal): Type | undefined {
  if (type.kind === 'object') return type.super;
  if (type.kind === 'opaque') {
    const known = reveal(type);
    return known === type ? type.bound : known;
  }
  if (type.kind === 'ref') return type.traced ? REFANY : ADDRESS;
  if (type.kind === 'builtin') {
    if (type.name === 'MUTEX') return ROOT;
    if (type.name === 'ROOT' || type.name === 'TEXT') return REFANY;
    if (type.name === 'UNTRACED ROOT') return ADDRESS;
  }
  return undefined;
}

/** The type and all its supertypes that the unit knows, nearest first. */
export function* supertypes(type: Type, reveal: Reveal): Generator<Type> {
  let t: Type | undefined = unpacked(type);
  for (let i = 0; t && i < LONGEST_CHAIN; i++) {
    yield t;
    t = supertypeOf(t, reveal);
  }
}

function hasSupertype(a: Type, b: Type, reveal: Reveal): boolean {
  for (const t of supertypes(a, reveal)) if (sameType(t, b)) return true;
  return false;
}

/** Whether a reference type is traced; undefined for types that are not references. */
export function tracedness(type: Type, reveal: Reveal): 'traced' | 'untraced' | undefined {
  for (const t of supertypes(type, reveal)) {
    if (t.kind === 'ref') return t.traced ? 'traced' : 'untraced';
    if (t === REFANY) return 'traced';
    if (t === ADDRESS) return 'untraced';
  }
  return undefined;
}

function ordinalWithin(a: Type, b: Type): boolean {
  if (!sameBase(a, b)) return false;
  const [x, y] = [bounds(a)!, bounds(b)!];
  return x.lo > x.hi || (x.lo >= y.lo && x.hi <= y.hi);
}

/**
 * Same ultimate elements, same number of dimensions; per dimension both open, or the left fixed and the right open, or both fixed and of
 * one size. (Open dimensions always come first, so the order in which these cases may occur follows.)
 */
function arrayWithin(a: Type, b: Type): boolean {
  let [x, y] = [a, b];
  while (isArray(x) && isArray(y)) {
    if (x.kind === 'openarray' && y.kind === 'array') return false;
    if (x.kind === 'array' && y.kind === 'array' && !sameLength(x.index, y.index)) return false;
    [x, y] = [x.element, y.element];
  }
  return !isArray(x) && !isArray(y) && sameType(x, y);
}

function isArray(type: Type): type is Extract<Type, { kind: 'array' | 'openarray' }> {
  return type.kind === 'array' || type.kind === 'openarray';
}

function sameLength(a: Type, b: Type): boolean {
  return a.kind === 'error' || b.kind === 'error' || numberOf(a) === numberOf(b);
}

/** Signature `wide` covers `narrow` (2.2.8): the same but for parameter names, defaults, a smaller RAISES set and more promises (SPIN's flags). */
export function covers(wide: ProcedureType, narrow: ProcedureType): boolean {
  return sameSignature(wide, narrow, sameType) && raisesWithin(narrow.raises, wide.raises) && flagsCover(wide, narrow);
}

/** A flagged procedure type is a subtype of the same type without the flag, never the reverse. FUNCTIONAL implies EPHEMERAL. */
export function flagsCover(wide: ProcedureType, narrow: ProcedureType): boolean {
  return (!wide.ephemeral || narrow.ephemeral || narrow.functional) && (!wide.functional || narrow.functional);
}

/** Implicit exceptions pass every RAISES. */
export function raisesWithin(inner: ProcedureType['raises'], outer: ProcedureType['raises']): boolean {
  if (outer === 'any') return true;
  if (inner === 'any') return false;
  const admitted = new Set<ExceptionEntity>(outer);
  return inner.every((e) => e.implicit || admitted.has(e));
}

// ---------------------------------------------------------------- assignability

/** May values of type `from` be assigned to variables of type `to`, perhaps with a check at run time? UNSAFE units may narrow ADDRESS. */
export function isAssignable(from: Type, to: Type, reveal: Reveal, unsafe = false): boolean {
  const a = unpacked(from);
  const b = unpacked(to);
  if (isSubtype(a, b, reveal)) return true;
  if (isOrdinal(a) && isOrdinal(b)) return haveCommonMember(a, b);
  const mayNarrow = isArray(a) || (isReference(a) && (unsafe || a !== ADDRESS));
  return mayNarrow && isSubtype(b, a, reveal);
}

function haveCommonMember(a: Type, b: Type): boolean {
  if (!sameBase(a, b)) return false;
  const [x, y] = [bounds(a)!, bounds(b)!];
  const [first, second] = x.lo <= y.lo ? [x, y] : [y, x];
  return second.lo <= second.hi && second.lo <= first.hi;
}

/** Why `isAssignable` says no, as the end of a sentence that names both types; undefined when there is nothing to add. */
export function whyNotAssignable(from: Type, to: Type, reveal: Reveal): string | undefined {
  const a = unpacked(from);
  const b = unpacked(to);
  if (isOrdinal(a) && isOrdinal(b)) {
    return sameBase(a, b) ? 'they have no member in common' : 'their base types differ';
  }
  if (a.kind === 'procedure' && b.kind === 'procedure') return whyNotCovered(b, a);
  if (isArray(a) && isArray(b)) return 'element types or shapes differ';
  if (isReference(a) && isReference(b)) {
    if (a === ADDRESS && isSubtype(b, a, reveal)) return 'only UNSAFE units may narrow an ADDRESS';
    const [s, t] = [tracedness(a, reveal), tracedness(b, reveal)];
    if (s && t && s !== t) return 'one is traced, the other is not';
    return 'neither is a subtype of the other';
  }
  return undefined;
}

/** The first way in which `narrow` is not covered by `wide`; undefined when it is. */
export function whyNotCovered(wide: ProcedureType, narrow: ProcedureType): string | undefined {
  if (wide.params.length !== narrow.params.length) {
    return `it has ${count(narrow.params.length, 'parameter')} instead of ${wide.params.length}`;
  }
  for (let i = 0; i < wide.params.length; i++) {
    const [p, q] = [wide.params[i]!, narrow.params[i]!];
    if (p.mode !== q.mode)
      return `parameter ${q.name} has another mode (${q.mode.toUpperCase()} instead of ${p.mode.toUpperCase()})`;
    if (!sameType(p.type, q.type)) return `parameter ${q.name} has another type`;
  }
  if (!wide.result !== !narrow.result) return narrow.result ? 'it has a result' : 'it has no result';
  if (wide.result && narrow.result && !sameType(wide.result, narrow.result)) return 'the result has another type';
  if (wide.functional && !narrow.functional) return 'it is not FUNCTIONAL';
  if (wide.ephemeral && !narrow.ephemeral && !narrow.functional) return 'it is not EPHEMERAL';
  if (!raisesWithin(narrow.raises, wide.raises)) {
    if (narrow.raises === 'any') return 'it may raise anything';
    const admitted = new Set(wide.raises === 'any' ? [] : wide.raises);
    const extra = narrow.raises.filter((e) => !e.implicit && !admitted.has(e));
    return `it may also raise ${extra.map((e) => e.name).join(', ')}`;
  }
  return undefined;
}

function count(n: number, noun: string): string {
  return `${n === 0 ? 'no' : n} ${noun}${n === 1 ? '' : 's'}`;
}

/** Reference types (2.2.6): NULL, REF, objects, opaque types, TEXT, REFANY, ADDRESS and the roots. Procedure types are none. */
export function isReference(type: Type): boolean {
  const t = unpacked(type);
  if (t.kind === 'builtin') return t !== PROCANY;
  return t.kind === 'ref' || t.kind === 'object' || t.kind === 'opaque';
}

/** Known here to be an object type: an object, a root, MUTEX, or an opaque type known to be below one. */
export function isObject(type: Type, reveal: Reveal): boolean {
  for (const t of supertypes(type, reveal)) if (t.kind === 'object' || t === ROOT || t === UNTRACED_ROOT) return true;
  return false;
}
