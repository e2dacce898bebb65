/**
 * The fewest bits in which the values of a type fit, for BITS n FOR (2.2.5). Sizes of variables in memory are elsewhere (`typed/constants/sizes.ts`).
 */
import type { Type } from './model.ts';
import { bounds, numberOf } from './ordinals.ts';

/** Undefined where the type has no size known to a program's text (open arrays) or is wrong. */
export function bitSizeOf(type: Type): number | undefined {
  const range = bounds(type);
  if (range) return range.hi < range.lo ? 0 : ordinalBits(range.lo, range.hi);
  switch (type.kind) {
    case 'packed':
      return type.bits;
    case 'float':
      return type.name === 'REAL' ? 32 : 64;
    case 'builtin':
    case 'ref':
    case 'object':
    case 'opaque':
    case 'procedure':
      return 32;
    case 'set':
      return numberOrNone(numberOf(type.element), 1);
    case 'array':
      return numberOrNone(numberOf(type.index), bitSizeOf(type.element));
    case 'record':
      return sum(type.fields.map((f) => bitSizeOf(f.type)));
    default:
      return undefined;
  }
}

function numberOrNone(count: bigint | undefined, each: number | undefined): number | undefined {
  return count === undefined || each === undefined ? undefined : Number(count) * each;
}

function sum(sizes: readonly (number | undefined)[]): number | undefined {
  return sizes.reduce((all, size) => (all === undefined || size === undefined ? undefined : all + size), 0);
}

/** Signed when there are negative values. */
function ordinalBits(lo: bigint, hi: bigint): number {
  const width = (n: bigint): number => (n === 0n ? 0 : n.toString(2).length);
  return lo < 0n ? 1 + Math.max(width(-lo - 1n), hi < 0n ? 0 : width(hi)) : width(hi);
}
