/**
 * What a unit knows of opaque types: its own revelations and those of the interfaces it imports or exports, not of theirs (2.4.7, 2.5.1).
 */
import { ROOT, UNTRACED_ROOT } from './builtins.ts';
import type { ObjectType, OpaqueType, RefType, RevelationFact, Type } from './model.ts';
import { isSubtype, type Reveal, supertypes } from './relations.ts';

export interface Knowledge {
  /** One step: the concrete type if visible, else the most specific visible supertype (perhaps opaque itself). Other types: themselves. */
  readonly reveal: Reveal;
  factsOf(type: OpaqueType): readonly RevelationFact[];
}

/** `facts` is asked once, when first needed: by then every revelation of the unit is known by name. */
export function createKnowledge(facts: () => Iterable<RevelationFact>): Knowledge {
  let index: Map<OpaqueType, RevelationFact[]> | undefined;
  const known = new Map<OpaqueType, Type>();
  const inProgress = new Set<OpaqueType>();

  const factsOf = (type: OpaqueType): readonly RevelationFact[] => {
    if (!index) {
      index = new Map();
      for (const fact of facts()) {
        const list = index.get(fact.opaque);
        if (list) list.push(fact);
        else index.set(fact.opaque, [fact]);
      }
    }
    return index.get(type) ?? [];
  };

  const reveal = (type: Type): Type => {
    if (type.kind !== 'opaque') return type;
    const before = known.get(type);
    if (before) return before;
    if (inProgress.has(type)) return type.bound;
    inProgress.add(type);
    const found = mostSpecific(type, factsOf(type), reveal);
    inProgress.delete(type);
    known.set(type, found);
    return found;
  };
  return { reveal, factsOf };
}

function mostSpecific(type: OpaqueType, facts: readonly RevelationFact[], reveal: Reveal): Type {
  const full = facts.find((f) => f.full && f.type.kind !== 'error');
  if (full) return full.type;
  let best = type.bound;
  for (const { type: candidate } of facts) {
    if (candidate !== best && isSubtype(candidate, best, reveal)) best = candidate;
  }
  return best;
}

/** Follows what is known of an opaque type to the end: the first type that is not opaque. */
export function concrete(type: Type, reveal: Reveal): Type {
  for (const t of supertypes(type, reveal)) if (t.kind !== 'opaque') return t;
  return type;
}

// ---------------------------------------------------------------- rules

export type RevelationProblem =
  | { readonly kind: 'twice'; readonly other: RevelationFact }
  | { readonly kind: 'unbranded' }
  | { readonly kind: 'circular' }
  | { readonly kind: 'notSubtype'; readonly of: Type; readonly other?: RevelationFact }
  | { readonly kind: 'unordered'; readonly with: Type; readonly other?: RevelationFact }
  | { readonly kind: 'notReference' };

/** What is wrong with a revelation, given what else its unit knows of the type. One problem at most. */
export function revelationProblem(fact: RevelationFact, { reveal, factsOf }: Knowledge): RevelationProblem | undefined {
  const { type, opaque } = fact;
  if (type.kind === 'error' || opaque.bound.kind === 'error') return undefined;
  const others = factsOf(opaque).filter((f) => f !== fact && f.type.kind !== 'error');
  return fact.full ? fullProblem(fact, others, reveal) : partialProblem(fact, others, reveal);
}

function fullProblem(
  fact: RevelationFact,
  others: readonly RevelationFact[],
  reveal: Reveal,
): RevelationProblem | undefined {
  const { type, opaque } = fact;
  if (!isConcrete(type)) return { kind: 'unbranded' };
  if (type.kind === 'object' && leadsTo(type.super, opaque, reveal)) return { kind: 'circular' };
  const earlier = others.find((f) => f.full && comesBefore(f, fact));
  if (earlier) return { kind: 'twice', other: earlier };
  if (!isSubtype(type, opaque.bound, reveal)) return { kind: 'notSubtype', of: opaque.bound };
  for (const other of others) {
    if (!other.full && !isSubtype(type, other.type, reveal)) return { kind: 'notSubtype', of: other.type, other };
  }
  return undefined;
}

/** Branded by hand or, for an object or REF made in the revelation, at least written BRANDED. */
function isConcrete(type: Type): type is RefType | ObjectType {
  return (type.kind === 'ref' || type.kind === 'object') && type.brand !== undefined && type.reveals !== undefined;
}

/** Facts of one unit are ordered by position; those of other units came first. */
function comesBefore(a: RevelationFact, b: RevelationFact): boolean {
  return a.unit !== b.unit || a.span.start < b.span.start;
}

/** Whether an opaque type is among the supertypes that are known of a type. */
export function leadsTo(from: Type, opaque: OpaqueType, reveal: Reveal): boolean {
  const seen = new Set<Type>();
  for (const t of supertypes(from, reveal)) {
    if (t === opaque) return true;
    if (seen.has(t)) return false;
    seen.add(t);
  }
  return false;
}

function partialProblem(
  fact: RevelationFact,
  others: readonly RevelationFact[],
  reveal: Reveal,
): RevelationProblem | undefined {
  const { type, opaque } = fact;
  if (leadsTo(type, opaque, withoutFact)) return { kind: 'circular' };
  if (type.kind !== 'opaque' && type.kind !== 'ref' && type.kind !== 'object' && !isTop(type))
    return { kind: 'notReference' };
  const ordered = (a: Type, b: Type) => isSubtype(a, b, reveal) || isSubtype(b, a, reveal);
  if (!ordered(type, opaque.bound)) return { kind: 'unordered', with: opaque.bound };
  for (const other of others) {
    if (other.full || !comesBefore(other, fact)) continue;
    if (!ordered(type, other.type)) return { kind: 'unordered', with: other.type, other };
  }
  return undefined;

  function withoutFact(t: Type): Type {
    return t === opaque || t.kind !== 'opaque' ? t : reveal(t);
  }
}

function isTop(type: Type): boolean {
  return (
    type === ROOT ||
    type === UNTRACED_ROOT ||
    (type.kind === 'builtin' && type.name !== 'NULL' && type.name !== 'PROCANY')
  );
}
