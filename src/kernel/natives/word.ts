/**
 * Interfaces Word and Long. Calls are operations of the bytecode; these are for the procedures as values.
 */
import type { Kernel } from '../kernel.ts';
import { fault, type Native, type NativeTable, plain } from './native.ts';

const SIZE = 64n;
const unsigned = (x: bigint) => BigInt.asUintN(64, x);
const signed = (x: bigint) => BigInt.asIntN(64, x);

function shift(x: bigint, n: bigint): bigint {
  if (n >= SIZE || n <= -SIZE) return 0n;
  return signed(n >= 0n ? unsigned(x) << n : unsigned(x) >> -n);
}

function rotate(x: bigint, n: bigint): bigint {
  const by = ((n % SIZE) + SIZE) % SIZE;
  return signed((unsigned(x) << by) | (unsigned(x) >> (SIZE - by)));
}

function mask(k: Kernel, i: bigint, n: bigint): bigint {
  if (i + n > SIZE) throw fault(k, 'ValueOutOfRange');
  return (1n << n) - 1n;
}

const nonZero = (k: Kernel, y: bigint) => {
  if (y === 0n) throw fault(k, 'ArithmeticFault');
  return unsigned(y);
};

const OPERATIONS: Readonly<Record<string, Native>> = {
  Plus: plain((_, x: bigint, y: bigint) => signed(x + y)),
  Times: plain((_, x: bigint, y: bigint) => signed(x * y)),
  Minus: plain((_, x: bigint, y: bigint) => signed(x - y)),
  Divide: plain((k, x: bigint, y: bigint) => signed(unsigned(x) / nonZero(k, y))),
  Mod: plain((k, x: bigint, y: bigint) => signed(unsigned(x) % nonZero(k, y))),
  LT: plain((_, x: bigint, y: bigint) => unsigned(x) < unsigned(y)),
  LE: plain((_, x: bigint, y: bigint) => unsigned(x) <= unsigned(y)),
  GT: plain((_, x: bigint, y: bigint) => unsigned(x) > unsigned(y)),
  GE: plain((_, x: bigint, y: bigint) => unsigned(x) >= unsigned(y)),
  And: plain((_, x: bigint, y: bigint) => x & y),
  Or: plain((_, x: bigint, y: bigint) => x | y),
  Xor: plain((_, x: bigint, y: bigint) => x ^ y),
  Not: plain((_, x: bigint) => ~x),
  Shift: plain((_, x: bigint, n: bigint) => shift(x, n)),
  LeftShift: plain((_, x: bigint, n: bigint) => shift(x, n)),
  RightShift: plain((_, x: bigint, n: bigint) => shift(x, -n)),
  Rotate: plain((_, x: bigint, n: bigint) => rotate(x, n)),
  LeftRotate: plain((_, x: bigint, n: bigint) => rotate(x, n)),
  RightRotate: plain((_, x: bigint, n: bigint) => rotate(x, -n)),
  Extract: plain((k, x: bigint, i: bigint, n: bigint) => {
    const m = mask(k, i, n);
    return signed((unsigned(x) >> i) & m);
  }),
  Insert: plain((k, x: bigint, y: bigint, i: bigint, n: bigint) => {
    const m = mask(k, i, n);
    return signed((unsigned(x) & ~(m << i)) | ((unsigned(y) & m) << i));
  }),
};

export const WORD_NATIVES: NativeTable = Object.fromEntries(
  ['Word', 'Long'].flatMap((unit) => Object.entries(OPERATIONS).map(([name, native]) => [`${unit}.${name}`, native])),
);
