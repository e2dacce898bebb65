/**
 * What the analysis knows of an operand.
 */
import type { Range } from './range.ts';

/** In pairs of opposites. */
export const Relation = { eq: 0, ne: 1, lt: 2, ge: 3, gt: 4, le: 5 } as const;
export type Relation = (typeof Relation)[keyof typeof Relation];

export const opposite = (r: Relation): Relation => (r ^ 1) as Relation;

/** A comparison; of references, which count as 0 for NIL and as more for others, only eq and ne. */
export interface Condition {
  readonly relation: Relation;
  readonly x: Value;
  readonly y: Value;
}

export interface Value extends Range {
  /** When it was read, it was this variable (-1: none) and `plus`, without wrapping. */
  readonly base: number;
  readonly plus: number;
  readonly read: number;
  /** Of a boolean: what it says. */
  readonly condition: Condition | undefined;
  /** Of an open array's address or of a reference to one: the length of each open dimension. */
  readonly lengths: readonly Value[] | undefined;
}

function make(
  lo: number,
  hi: number,
  base: number,
  plus: number,
  read: number,
  condition: Condition | undefined,
  lengths: readonly Value[] | undefined,
): Value {
  return { lo, hi, base, plus, read, condition, lengths };
}

const { NEGATIVE_INFINITY: LEAST, POSITIVE_INFINITY: MOST } = Number;
export const UNKNOWN: Value = make(LEAST, MOST, -1, 0, 0, undefined, undefined);

/** Of an integer or a reference. */
export function value(lo: number, hi: number, base = -1, plus = 0, read = 0): Value {
  return make(lo, hi, base, plus, read, undefined, undefined);
}
export function ofRange(r: Range): Value {
  return make(r.lo, r.hi, -1, 0, 0, undefined, undefined);
}
export function within(v: Value, r: Range): Value {
  return make(Math.max(v.lo, r.lo), Math.min(v.hi, r.hi), v.base, v.plus, v.read, v.condition, v.lengths);
}
/** Of a boolean. */
export function saying(condition: Condition): Value {
  return make(LEAST, MOST, -1, 0, 0, condition, undefined);
}
/** Of an array's address. */
export function ofLengths(lengths: readonly Value[] | undefined): Value {
  return make(LEAST, MOST, -1, 0, 0, undefined, lengths);
}
/** The reference refers to an open array. */
export function withLengths(v: Value, lengths: readonly Value[]): Value {
  return make(v.lo, v.hi, v.base, v.plus, v.read, undefined, lengths);
}
