/**
 * What is known of locals at a point of the code beyond their types: that a reference is not NIL, between which bounds an integer lies.
 *
 * Facts come from checks and branches that have just been passed, and save checks further on. Each lasts until its local is assigned or until ways meet.
 */
export interface Interval {
  readonly lo: bigint;
  readonly hi: bigint;
}

export const ANY_INTEGER: Interval = { lo: -(2n ** 63n), hi: 2n ** 63n - 1n };

export type Relation = 'eq' | 'ne' | 'lt' | 'le' | 'gt' | 'ge';
const NEGATED: Readonly<Record<Relation, Relation>> = { eq: 'ne', ne: 'eq', lt: 'ge', ge: 'lt', gt: 'le', le: 'gt' };

/** A comparison of a local with a constant, just made; of a reference with NIL, where there is no constant. */
export interface Condition {
  readonly local: number;
  readonly relation: Relation;
  readonly constant: bigint | undefined;
}

export function negated(c: Condition): Condition {
  return { ...c, relation: NEGATED[c.relation] };
}

/** Facts are copied at every block; a few are enough, and keep that cheap. */
const MAX_FACTS = 32;

export interface Facts {
  readonly nonNil: Set<number>;
  readonly bounds: Map<number, Interval>;
}

export function noFacts(): Facts {
  return { nonNil: new Set(), bounds: new Map() };
}

export function keep(facts: Facts, still: (local: number) => boolean): Facts {
  const kept = noFacts();
  for (const local of facts.nonNil) if (still(local)) kept.nonNil.add(local);
  for (const [local, bounds] of facts.bounds) if (still(local)) kept.bounds.set(local, bounds);
  return kept;
}

export function forget(facts: Facts, local: number): void {
  facts.nonNil.delete(local);
  facts.bounds.delete(local);
}

export function learnNonNil(facts: Facts, local: number): void {
  if (facts.nonNil.size < MAX_FACTS) facts.nonNil.add(local);
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
  facts.bounds.set(local, meet(known, bounds));
}

function where(relation: Relation, c: bigint): Interval {
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
  let { lo, hi } = a;
  if (b.lo > lo) lo = b.lo;
  if (b.hi < hi) hi = b.hi;
  return lo > hi ? a : { lo, hi };
}
