/** Arithmetic on constant floating-point values: IEEE double, rounded to single after every operation on REAL. */
import type { FloatType } from '../../types/model.ts';

export const REAL_MAX = 3.4028234663852886e38;

export function roundTo(type: FloatType, value: number): number {
  return type.name === 'REAL' ? Math.fround(value) : value;
}

export function foldFloat(op: '+' | '-' | '*' | '/' | 'MOD', x: number, y: number, type: FloatType): number {
  return roundTo(type, compute(op, x, y));
}

function compute(op: '+' | '-' | '*' | '/' | 'MOD', x: number, y: number): number {
  switch (op) {
    case '+':
      return x + y;
    case '-':
      return x - y;
    case '*':
      return x * y;
    case '/':
      return x / y;
    case 'MOD':
      // Definition 2.6.10: x - y * FLOOR(x / y).
      return x - y * Math.floor(x / y);
  }
}

/** FIRST and LAST of a floating-point type are its least and greatest finite values' neighbours: minus and plus infinity. */
export function floatBound(which: 'first' | 'last'): number {
  return which === 'first' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
}

/** ROUND: to the nearest integer, ties to even. */
export function roundHalfEven(x: number): number {
  const floor = Math.floor(x);
  const rest = x - floor;
  if (rest !== 0.5) return rest < 0.5 ? floor : floor + 1;
  return floor % 2 === 0 ? floor : floor + 1;
}

/** The exact integer value of a float, if it is finite and integral. */
export function toInteger(x: number): bigint | undefined {
  return Number.isFinite(x) ? BigInt(Math.trunc(x)) : undefined;
}
