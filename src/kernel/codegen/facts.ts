/**
 * What is known of locals at a point of the code beyond their types: that a reference is not NIL, between which bounds an integer lies.
 *
 * Facts come from checks and branches that have just been passed, and save checks further on. Each lasts until its local is assigned or until ways meet.
 */
import { ANY_INT } from '../../bytecode/verify/relations.ts';

export interface Interval {
  readonly lo: bigint;
  readonly hi: bigint;
}

/** The verifier's own, which it is told by. */
export const ANY_INTEGER: Interval = ANY_INT;

export type Relation = 'eq' | 'ne' | 'lt' | 'le' | 'gt' | 'ge';
export const NEGATED: Readonly<Record<Relation, Relation>> = {
  eq: 'ne',
  ne: 'eq',
  lt: 'ge',
  ge: 'lt',
  gt: 'le',
  le: 'gt',
};
/** What holds between b and a, where this holds between a and b. */
export const MIRRORED: Readonly<Record<Relation, Relation>> = {
  eq: 'eq',
  ne: 'ne',
  lt: 'gt',
  gt: 'lt',
  le: 'ge',
  ge: 'le',
};

/** A comparison of a local with a constant, just made; of a reference with NIL, where there is no constant. */
export interface Condition {
  readonly local: number;
  readonly relation: Relation;
  readonly constant: bigint | undefined;
}

export function negated(c: Condition): Condition {
  return { ...c, relation: NEGATED[c.relation] };
}

/** Facts are copied where they change after a block has begun; a few are enough, and keep that cheap. */
const MAX_FACTS = 32;

/** Two of them may share a set, which is then copied by the one that changes it. */
export interface Facts {
  nonNil: ReadonlySet<number>;
  bounds: ReadonlyMap<number, Interval>;
  /** Whether somebody else may have these sets, too. */
  shared: boolean;
}

const NO_LOCALS: ReadonlySet<number> = new Set();
const NO_BOUNDS: ReadonlyMap<number, Interval> = new Map();

export function noFacts(): Facts {
  return { nonNil: NO_LOCALS, bounds: NO_BOUNDS, shared: true };
}

/** The same facts for somebody who may learn and forget others from here on. */
export function share(facts: Facts): Facts {
  facts.shared = true;
  return { ...facts };
}

export function keep(facts: Facts, still: (local: number) => boolean): Facts {
  const kept = share(facts);
  for (const local of facts.nonNil) if (!still(local)) forget(kept, local);
  for (const local of facts.bounds.keys()) if (!still(local)) forget(kept, local);
  return kept;
}

/** The same sets, for changing them. */
function own(facts: Facts): { nonNil: Set<number>; bounds: Map<number, Interval> } {
  if (facts.shared) {
    facts.nonNil = new Set(facts.nonNil);
    facts.bounds = new Map(facts.bounds);
    facts.shared = false;
  }
  return { nonNil: facts.nonNil as Set<number>, bounds: facts.bounds as Map<number, Interval> };
}

export function forget(facts: Facts, local: number): void {
  if (!facts.nonNil.has(local) && !facts.bounds.has(local)) return;
  const { nonNil, bounds } = own(facts);
  nonNil.delete(local);
  bounds.delete(local);
}

export function learnNonNil(facts: Facts, local: number): void {
  if (facts.nonNil.size < MAX_FACTS) own(facts).nonNil.add(local);
}

/** The condition holds from here on. */
export function learn(facts: Facts, c: Condition): void {
  if (c.constant !== undefined) learnBounds(facts, c.local, where(c.relation, c.constant));
  else if (c.relation === 'ne') learnNonNil(facts, c.local);
}

/** Its value lies between these from here on. */
export function learnBounds(facts: Facts, local: number, bounds: Interval): void {
  const known = facts.bounds.get(local) ?? ANY_INTEGER;
  if (facts.bounds.size >= MAX_FACTS && known === ANY_INTEGER) return;
  own(facts).bounds.set(local, meet(known, bounds));
}

export function where(relation: Relation, c: bigint): Interval {
  switch (relation) {
    case 'eq':
      return { lo: c, hi: c };
    case 'lt':
      return { lo: ANY_INTEGER.lo, hi: c - 1n };
    case 'le':
      return { lo: ANY_INTEGER.lo, hi: c };
    case 'gt':
      return { lo: c + 1n, hi: ANY_INTEGER.hi };
    case 'ge':
      return { lo: c, hi: ANY_INTEGER.hi };
    case 'ne':
      return ANY_INTEGER;
  }
}

/** Values in both. Where there are none the code is not reached; the first is as good as any then. */
export function meet(a: Interval, b: Interval): Interval {
  if (b === ANY_INTEGER) return a;
  let { lo, hi } = a;
  if (b.lo > lo) lo = b.lo;
  if (b.hi < hi) hi = b.hi;
  return lo > hi ? a : { lo, hi };
}
