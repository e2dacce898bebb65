/**
 * What must hold before a nest of loops for turns of its outer loop to run side by side: that there are enough of them, that nothing they check fails, and that what they write in the
 * end is nothing that another one reads before. Else they run one after the other; so a condition may well ask for too much.
 */
import { opcode } from '../../../bytecode/opcodes.ts';
import { MIN_INTEGER } from '../../../bytecode/types.ts';
import type { TypedInstruction } from '../../../bytecode/verify/operands.ts';
import { MAX_PAIRS } from './budget.ts';
import type { Counting, Nest } from './nest.ts';
import { overlap, type Root } from './root.ts';
import { type Check, SET } from './rules.ts';
import { isExclusive, lastOf, limitOf, type Study } from './study.ts';
import {
  combine,
  constant,
  INNER,
  isBetweenCorners,
  keyOf,
  needsTerms,
  OUTER,
  ofLocal,
  type Sum,
  substitute,
  TERM,
  termsOf,
} from './sum.ts';

/** Sums in them have no counters. */
export type Condition =
  /** Each is made only if those before it hold: a reference is not NIL where its lengths are read. */
  | { readonly kind: 'nil'; readonly local: number }
  | { readonly kind: 'within'; readonly sum: Sum; readonly lo: bigint; readonly hi: bigint }
  | { readonly kind: 'index'; readonly sum: Sum; readonly low: bigint; readonly count: Sum }
  | { readonly kind: 'atMost'; readonly x: Sum; readonly y: Sum }
  | { readonly kind: 'apart'; readonly a: Root; readonly b: Root };

const [CONST, CHECK_RANGE] = ['int.const', 'check.range'].map((name) => opcode(name).code);

/** No distance between a counter and its limit is to be as large: differences of them are what they seem to be. */
const FAR = 2n ** 62n;

/** Of at least `width` turns; undefined if it is known by now that they do not hold, or cannot be put into such words. */
export function conditionsOf(
  all: readonly TypedInstruction[],
  nest: Nest,
  study: Study,
  width: number,
): Condition[] | undefined {
  const list = new Conditions(all, nest, study);
  for (const check of study.checks.values()) if (check.kind === 'nil') list.add(check);
  list.turns(width);
  list.step(all);
  for (const check of study.checks.values()) if (check.kind !== 'nil') list.check(check);
  if (study.writes.length * study.reads.length > MAX_PAIRS) return undefined;
  for (const a of study.writes) for (const b of study.reads) list.apart(a, b);
  return list.impossible ? undefined : [...list.found.values()];
}

/** How far the counter must be from the limit, so that there are so many turns. */
export function reach(loop: Counting, width: number): bigint {
  return loop.step.constant * BigInt(width - 1) + (isExclusive(loop) ? 1n : 0n);
}

/** What the counter is when the loop begins, if the instructions before that say it. */
function initialCounter(all: readonly TypedInstruction[], begin: number, counter: number): bigint | undefined {
  const [value, start] = [all[begin - 2], all[begin - 1]];
  if (start?.op !== SET || start.immediates[0] !== counter || !value || value.op !== CONST) return undefined;
  return value.immediates[0] as bigint;
}

const atLeast = (x: bigint, least: bigint): bigint => (x < least ? least : x);

class Conditions {
  readonly found = new Map<string, Condition>();
  impossible = false;
  private readonly nest: Nest;
  private readonly first: Sum | undefined;
  private readonly last: Sum | undefined;
  private readonly outerFirst: Sum;
  private readonly outerLast: Sum;

  constructor(all: readonly TypedInstruction[], nest: Nest, { first, last }: Study) {
    this.nest = nest;
    this.first = first;
    this.last = last;
    const { outer, begin } = nest;
    const initial = initialCounter(all, begin, outer.counter);
    this.outerFirst = initial === undefined ? ofLocal(outer.counter) : constant(initial);
    this.outerLast = lastOf(outer, ofLocal)!;
  }

  turns(width: number): void {
    const { outer, inner } = this.nest;
    const limit = limitOf(outer, ofLocal)!;
    this.atMost(this.outerFirst, limit);
    this.within(combine('sub', limit, this.outerFirst), reach(outer, width), FAR);
    const [low, high] = inner.up ? [this.first, this.last] : [this.last, this.first];
    if (low && high) this.atMost(low, high);
    // Else the test would come too late for a counter that wraps.
    if (inner.place === 'head') {
      if (this.last) this.within(this.last, -TERM, TERM);
      else this.impossible = true;
    }
  }

  /** What checks the step of the outer loop lets all steps pass. */
  step(all: readonly TypedInstruction[]): void {
    const { outer } = this.nest;
    const check = all[outer.stepped - 1]!;
    if (check.op !== CHECK_RANGE) return;
    const [lo, hi] = check.immediates as readonly [bigint, bigint];
    const step = outer.step.constant;
    const from = all[outer.stepped - 4]!.outputs[0];
    if (from?.k !== 'int' || from.lo + step < lo) this.within(combine('add', this.outerFirst, constant(step)), lo, hi);
    // Not what the last step gives, which may wrap: the counter before it.
    const beyond = outer.place === 'latch' ? 0n : step;
    this.within(this.outerLast, atLeast(lo - beyond, MIN_INTEGER), hi - beyond);
  }

  check(check: Exclude<Check, { kind: 'nil' }>): void {
    const { sum } = check;
    if (!isBetweenCorners(sum)) this.impossible = true;
    if (needsTerms(sum)) for (const term of termsOf(sum).values()) this.term(term);
    for (const corner of this.corners(sum)) {
      if (check.kind === 'index') this.index(corner, check.low, check.count);
      else this.within(corner, check.lo, check.hi);
    }
  }

  private term(term: Sum): void {
    if (term.form.kind === 'length') return;
    for (const corner of this.corners(term)) this.within(corner, -TERM, TERM);
  }

  private corners(sum: Sum): Sum[] {
    const { first, last, outerFirst, outerLast } = this;
    if (sum.inner > 0 && (!first || !last)) {
      this.impossible = true;
      return [];
    }
    const inner = sum.inner > 0 ? [first!, last!] : [INNER];
    const outer = sum.outer > 0 ? [outerFirst, outerLast] : [OUTER];
    return outer.flatMap((o) => inner.map((i) => substitute(sum, o, i)));
  }

  add(condition: Condition): void {
    this.found.set(keyOfCondition(condition), condition);
  }
  within(sum: Sum, lo: bigint, hi: bigint): void {
    // An array may have no elements; and a test by the distance from `lo` would take what is beyond the integers for something.
    if (lo > hi || hi < MIN_INTEGER) this.impossible = true;
    else if (sum.form.kind !== 'constant') this.add({ kind: 'within', sum, lo, hi });
    else if (sum.form.value < lo || sum.form.value > hi) this.impossible = true;
  }
  private index(sum: Sum, low: bigint, count: Sum): void {
    if (count.form.kind === 'constant') this.within(sum, low, low + count.form.value - 1n);
    else this.add({ kind: 'index', sum, low, count });
  }
  private atMost(x: Sum, y: Sum): void {
    if (x.form.kind !== 'constant' || y.form.kind !== 'constant') this.add({ kind: 'atMost', x, y });
    else if (x.form.value > y.form.value) this.impossible = true;
  }
  apart(a: Root, b: Root): void {
    const answer = overlap(a, b);
    if (answer === 'yes') this.impossible = true;
    else if (answer === 'maybe') this.add({ kind: 'apart', a, b });
  }
}

function keyOfCondition(c: Condition): string {
  switch (c.kind) {
    case 'nil':
      return `nil ${c.local}`;
    case 'within':
      return `${keyOf(c.sum)} in ${c.lo}..${c.hi}`;
    case 'index':
      return `${keyOf(c.sum)} - ${c.low} < ${keyOf(c.count)}`;
    case 'atMost':
      return `${keyOf(c.x)} <= ${keyOf(c.y)}`;
    case 'apart':
      return `${c.a.key} / ${c.b.key}`;
  }
}
