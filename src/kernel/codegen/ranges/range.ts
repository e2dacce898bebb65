/**
 * Intervals of integers, and the arithmetic of 64 bits on them.
 *
 * Bounds are floating-point numbers, which are quick and hold every integer of up to 53 bits. A bound beyond that is infinite and means "as far as 64 bits go": so a finite
 * bound is exact, and a sum of finite ones never wraps. Every function returns a range that holds every possible result.
 */

import { MAX_INTEGER, MIN_INTEGER } from '../../../bytecode/types.ts';
import type { Operand } from '../../../bytecode/verify/operands.ts';
import { ANY_INT } from '../../../bytecode/verify/relations.ts';

export interface Range {
  readonly lo: number;
  readonly hi: number;
}

const { POSITIVE_INFINITY: MOST, NEGATIVE_INFINITY: LEAST, MAX_SAFE_INTEGER: EXACT } = Number;

export const ANY: Range = { lo: LEAST, hi: MOST };
/** Number of elements of an open array. */
export const LENGTH: Range = { lo: 0, hi: 2 ** 31 - 1 };
export const NO_NEGATIVE: Range = { lo: 0, hi: MOST };

export const lower = (lo: number): number => (lo < -EXACT ? LEAST : lo > EXACT ? EXACT : lo);
export const upper = (hi: number): number => (hi > EXACT ? MOST : hi < -EXACT ? -EXACT : hi);

const range = (lo: number, hi: number): Range => ({ lo: lower(lo), hi: upper(hi) });

/** What the verifier proved; everything for a type without values. */
export function verified(operand: Operand | undefined): Range {
  if (operand === ANY_INT || operand?.k !== 'int' || operand.lo > operand.hi) return ANY;
  return range(Number(operand.lo), Number(operand.hi));
}

export function ofBounds(lo: bigint, hi: bigint): Range {
  return lo > hi ? ANY : range(Number(lo), Number(hi));
}

export const toBigInt = (bound: number): bigint =>
  bound === LEAST ? MIN_INTEGER : bound === MOST ? MAX_INTEGER : BigInt(bound);

/** Values in both; `lo > hi` where there are none. */
export const both = (x: Range, y: Range): Range => ({ lo: Math.max(x.lo, y.lo), hi: Math.min(x.hi, y.hi) });

export function add(x: Range, y: Range): Range {
  const wrapsUp = (x.hi === MOST && y.hi > 0) || (y.hi === MOST && x.hi > 0);
  const wrapsDown = (x.lo === LEAST && y.lo < 0) || (y.lo === LEAST && x.lo < 0);
  return wrapsUp || wrapsDown ? ANY : range(x.lo + y.lo, x.hi + y.hi);
}

/** Whether x + c is always what it would be among all integers. */
export function staysExact(x: Range, c: number): boolean {
  return c === 0 || (c > 0 ? x.hi < MOST : x.lo > LEAST);
}

/** Less than MIN_INTEGER is nothing, so a negative number less MIN_INTEGER does not wrap. */
export function sub(x: Range, y: Range): Range {
  const wrapsUp = (x.hi === MOST && y.lo < 0) || (y.lo === LEAST && x.hi >= 0);
  const wrapsDown = (x.lo === LEAST && y.hi > 0) || (y.hi === MOST && x.lo < -1);
  return wrapsUp || wrapsDown ? ANY : range(x.lo - y.hi, x.hi - y.lo);
}

const WHOLE_WORD = 2 ** 62;

export function mul(x: Range, y: Range): Range {
  if (x.lo === LEAST || x.hi === MOST || y.lo === LEAST || y.hi === MOST) return ANY;
  const a = x.lo * y.lo;
  const b = x.lo * y.hi;
  const c = x.hi * y.lo;
  const d = x.hi * y.hi;
  const lo = Math.min(a, b, c, d);
  const hi = Math.max(a, b, c, d);
  return lo < -WHOLE_WORD || hi > WHOLE_WORD ? ANY : range(lo, hi);
}

export const neg = (x: Range): Range => sub({ lo: 0, hi: 0 }, x);
export const not = (x: Range): Range => ({ lo: lower(-1 - x.hi), hi: upper(-1 - x.lo) });
export const min = (x: Range, y: Range): Range => ({ lo: Math.min(x.lo, y.lo), hi: Math.min(x.hi, y.hi) });
export const max = (x: Range, y: Range): Range => ({ lo: Math.max(x.lo, y.lo), hi: Math.max(x.hi, y.hi) });

export function abs(x: Range): Range {
  if (x.lo >= 0) return x;
  if (x.lo === LEAST) return ANY;
  return range(x.hi < 0 ? -x.hi : 0, Math.max(-x.lo, x.hi));
}

/** Exact, unlike the quotient rounded: the remainder of numbers is. */
function floorDiv(x: number, y: number): number {
  const rest = x % y;
  return (x - rest) / y - (rest < 0 ? 1 : 0);
}

/** Toward minus infinity, by something positive. */
export function div(x: Range, y: Range): Range {
  if (y.lo <= 0) return ANY;
  const least = x.lo === LEAST ? LEAST : x.lo < 0 ? floorDiv(x.lo, y.lo) : y.hi === MOST ? 0 : floorDiv(x.lo, y.hi);
  const most = x.hi === MOST ? MOST : x.hi >= 0 ? floorDiv(x.hi, y.lo) : y.hi === MOST ? -1 : floorDiv(x.hi, y.hi);
  return { lo: least, hi: most };
}

/** x MOD y has the sign of y and is nearer to zero than y. */
export function mod(x: Range, y: Range): Range {
  if (y.lo <= 0) return ANY;
  return { lo: 0, hi: x.lo >= 0 ? Math.min(x.hi, y.hi - 1) : y.hi - 1 };
}

export function and(x: Range, y: Range): Range {
  if (x.lo < 0 && y.lo < 0) return ANY;
  return { lo: 0, hi: Math.min(x.lo >= 0 ? x.hi : MOST, y.lo >= 0 ? y.hi : MOST) };
}

/** The least 2**n - 1 that is not below. */
function ones(x: number): number {
  if (x === MOST) return MOST;
  let all = 1;
  while (all <= x) all *= 2;
  return all - 1;
}

export function or(x: Range, y: Range): Range {
  return x.lo >= 0 && y.lo >= 0 ? { lo: Math.max(x.lo, y.lo), hi: ones(Math.max(x.hi, y.hi)) } : ANY;
}
export function xor(x: Range, y: Range): Range {
  return x.lo >= 0 && y.lo >= 0 ? { lo: 0, hi: ones(Math.max(x.hi, y.hi)) } : ANY;
}

/** Word.Shift by counts of at most 63 either way, all to one side. */
export function shift(x: Range, n: Range): Range {
  if (n.lo >= 0 && n.hi <= 63 && x.lo >= 0 && x.hi < MOST) {
    const hi = x.hi * 2 ** n.hi;
    return hi <= WHOLE_WORD ? range(x.lo * 2 ** n.lo, hi) : ANY;
  }
  if (n.lo < -63 || n.hi > 0) return ANY;
  if (x.lo >= 0)
    return {
      lo: Math.floor(x.lo / 2 ** -n.lo),
      hi: x.hi === MOST ? upper(2 ** (63 + n.hi)) : Math.floor(x.hi / 2 ** -n.hi),
    };
  return n.hi < 0 ? { lo: 0, hi: upper(2 ** (64 + n.hi) - 1) } : ANY;
}

/** So many bits. */
export function bits(n: Range): Range {
  return n.lo >= 0 && n.hi <= 63 ? { lo: 0, hi: upper(2 ** n.hi - 1) } : ANY;
}
