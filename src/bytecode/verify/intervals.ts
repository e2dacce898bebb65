/**
 * Interval arithmetic: what is known of an integer result from what is known of its arguments.
 *
 * Every function returns an interval that holds every possible result; all arithmetic is that of 64 bits, so a result that may wrap is anything.
 */
import { MAX_INTEGER, MIN_INTEGER } from '../types.ts';
import { ANY_INT, type Bounds } from './relations.ts';

export const ANY: Bounds = ANY_INT;

const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);
const most = (a: bigint, b: bigint): bigint => (a > b ? a : b);

const ZERO: Bounds = { lo: 0n, hi: 0n };
const isAny = (x: Bounds): boolean => x === ANY || (x.lo === MIN_INTEGER && x.hi === MAX_INTEGER);
const isZero = (x: Bounds): boolean => x.lo === 0n && x.hi === 0n;

/** The interval if no value of it wraps. */
function exact(lo: bigint, hi: bigint): Bounds {
  return lo < MIN_INTEGER || hi > MAX_INTEGER ? ANY : { lo, hi };
}

function hull(values: readonly bigint[]): Bounds {
  return exact(values.reduce(least), values.reduce(most));
}

/** x DIV y of Modula-3: toward minus infinity. */
export function floorDiv(x: bigint, y: bigint): bigint {
  const quotient = x / y;
  return x % y !== 0n && x < 0n !== y < 0n ? quotient - 1n : quotient;
}

/** All ones from bit 0 to the highest bit of a value that is not negative. */
function ones(value: bigint): bigint {
  return (1n << BigInt(value.toString(2).length)) - 1n;
}

export const add = (x: Bounds, y: Bounds): Bounds => (x === ANY && y === ANY ? ANY : exact(x.lo + y.lo, x.hi + y.hi));
export const sub = (x: Bounds, y: Bounds): Bounds => (x === ANY && y === ANY ? ANY : exact(x.lo - y.hi, x.hi - y.lo));
export const neg = (x: Bounds): Bounds => exact(-x.hi, -x.lo);
export function mul(x: Bounds, y: Bounds): Bounds {
  // Most often nothing is known of one of them.
  if (isAny(x) || isAny(y)) return isZero(x) || isZero(y) ? ZERO : ANY;
  return hull([x.lo * y.lo, x.lo * y.hi, x.hi * y.lo, x.hi * y.hi]);
}
export const min = (x: Bounds, y: Bounds): Bounds => ({ lo: least(x.lo, y.lo), hi: least(x.hi, y.hi) });
export const max = (x: Bounds, y: Bounds): Bounds => ({ lo: most(x.lo, y.lo), hi: most(x.hi, y.hi) });

export function abs(x: Bounds): Bounds {
  if (x.lo >= 0n) return x;
  return exact(x.hi < 0n ? -x.hi : 0n, most(-x.lo, x.hi));
}

/** Division by zero faults, so only the other divisors count: those below and those above zero. */
function divisors(y: Bounds): bigint[] {
  if (y.lo === y.hi) return y.lo === 0n ? [] : [y.lo];
  const ends = [y.lo, y.hi, ...(y.lo <= -1n && y.hi >= -1n ? [-1n] : []), ...(y.lo <= 1n && y.hi >= 1n ? [1n] : [])];
  return ends.filter((d) => d !== 0n);
}

/** Floor division is monotonic in each argument on either side of zero, so the ends decide. */
export function div(x: Bounds, y: Bounds): Bounds {
  if (y.lo === y.hi && y.lo > 0n && x.lo <= x.hi) return { lo: floorDiv(x.lo, y.lo), hi: floorDiv(x.hi, y.lo) };
  const by = divisors(y);
  return by.length === 0 ? ANY : hull(by.flatMap((d) => [floorDiv(x.lo, d), floorDiv(x.hi, d)]));
}

/** x MOD y has the sign of y and is nearer to zero than y. */
export function mod(x: Bounds, y: Bounds): Bounds {
  if (x.lo >= 0n && y.lo > 0n) return x.hi < y.lo ? x : { lo: 0n, hi: least(x.hi, y.hi - 1n) };
  return { lo: least(0n, y.lo + 1n), hi: most(0n, y.hi - 1n) };
}

export function and(x: Bounds, y: Bounds): Bounds {
  if (x.lo >= 0n && y.lo >= 0n) return { lo: 0n, hi: least(x.hi, y.hi) };
  if (x.lo >= 0n) return { lo: 0n, hi: x.hi };
  if (y.lo >= 0n) return { lo: 0n, hi: y.hi };
  return ANY;
}

export function or(x: Bounds, y: Bounds): Bounds {
  return x.lo >= 0n && y.lo >= 0n ? { lo: most(x.lo, y.lo), hi: ones(most(x.hi, y.hi)) } : ANY;
}

export function xor(x: Bounds, y: Bounds): Bounds {
  return x.lo >= 0n && y.lo >= 0n ? { lo: 0n, hi: ones(most(x.hi, y.hi)) } : ANY;
}

export const not = (x: Bounds): Bounds => ({ lo: -x.hi - 1n, hi: -x.lo - 1n });

/** Word.Shift: left for positive counts, right with zeros for negative ones. */
export function shift(x: Bounds, n: Bounds): Bounds {
  if (n.hi <= 0n) {
    if (x.lo >= 0n) return { lo: n.lo <= -64n ? 0n : x.lo >> -n.lo, hi: n.hi <= -64n ? 0n : x.hi >> -n.hi };
    if (n.hi < 0n) return { lo: 0n, hi: n.hi <= -64n ? 0n : (1n << (64n + n.hi)) - 1n };
    return ANY;
  }
  if (x.lo >= 0n && n.lo >= 0n && n.hi < 64n) return exact(x.lo << n.lo, x.hi << n.hi);
  return ANY;
}

/** Word.Extract(x, offset, n): n bits. */
export function extract(n: Bounds): Bounds {
  return n.lo >= 0n && n.hi < 64n ? { lo: 0n, hi: (1n << n.hi) - 1n } : ANY;
}

/** Word.Divide: unsigned. */
export function divide(x: Bounds, y: Bounds): Bounds {
  if (x.lo < 0n || y.lo < 0n) return ANY;
  return { lo: y.hi === 0n ? 0n : x.lo / y.hi, hi: x.hi / most(y.lo, 1n) };
}

/** Word.Mod: unsigned, so less than the divisor. */
export function remainder(x: Bounds, y: Bounds): Bounds {
  if (y.lo < 0n) return ANY;
  return { lo: 0n, hi: x.lo >= 0n ? least(x.hi, most(y.hi - 1n, 0n)) : most(y.hi - 1n, 0n) };
}

/** What passes a range check; the bounds themselves where nothing can. */
export function meet(x: Bounds, bounds: Bounds): Bounds {
  const both = { lo: most(x.lo, bounds.lo), hi: least(x.hi, bounds.hi) };
  return both.lo <= both.hi ? both : bounds;
}
