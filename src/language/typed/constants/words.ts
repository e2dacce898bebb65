/**
 * The operations of the interfaces Word and Long on constants. A word is the bit pattern of an INTEGER, read as unsigned.
 *
 * Bit 0 is the least significant. The operations are total but for division by zero and fields that do not lie within the word.
 */

const BITS = 64n;
const MASK = 2n ** BITS - 1n;

export interface WordOperation {
  readonly arity: number;
  /** The result is a BOOLEAN, not a word. */
  readonly boolean: boolean;
}

const BINARY = 'Plus Minus Times Divide Mod And Or Xor Shift LeftShift RightShift Rotate LeftRotate RightRotate'.split(
  ' ',
);
const COMPARISONS = 'LT LE GT GE'.split(' ');

export const WORD_OPERATIONS: ReadonlyMap<string, WordOperation> = new Map<string, WordOperation>([
  ...BINARY.map((name): [string, WordOperation] => [name, { arity: 2, boolean: false }]),
  ...COMPARISONS.map((name): [string, WordOperation] => [name, { arity: 2, boolean: true }]),
  ['Not', { arity: 1, boolean: false }],
  ['Extract', { arity: 3, boolean: false }],
  ['Insert', { arity: 4, boolean: false }],
]);

/** The result, or undefined when the operation faults on these arguments. Comparisons give 0 or 1. */
export function foldWord(op: string, args: readonly bigint[]): bigint | undefined {
  const [a = 0n, b = 0n, c = 0n, d = 0n] = args;
  const x = unsigned(a);
  const y = unsigned(b);
  switch (op) {
    case 'Plus':
      return signed(x + y);
    case 'Minus':
      return signed(x - y);
    case 'Times':
      return signed(x * y);
    case 'Divide':
      return y === 0n ? undefined : signed(x / y);
    case 'Mod':
      return y === 0n ? undefined : signed(x % y);
    case 'LT':
      return x < y ? 1n : 0n;
    case 'LE':
      return x <= y ? 1n : 0n;
    case 'GT':
      return x > y ? 1n : 0n;
    case 'GE':
      return x >= y ? 1n : 0n;
    case 'And':
      return signed(x & y);
    case 'Or':
      return signed(x | y);
    case 'Xor':
      return signed(x ^ y);
    case 'Not':
      return signed(~x);
    case 'Shift':
      return signed(shift(x, b));
    case 'LeftShift':
      return b < 0n || b >= BITS ? undefined : signed(shift(x, b));
    case 'RightShift':
      return b < 0n || b >= BITS ? undefined : signed(shift(x, -b));
    case 'Rotate':
      return signed(rotate(x, b));
    case 'LeftRotate':
      return b < 0n || b >= BITS ? undefined : signed(rotate(x, b));
    case 'RightRotate':
      return b < 0n || b >= BITS ? undefined : signed(rotate(x, -b));
    case 'Extract':
      return isField(b, c) ? signed((x >> b) & fieldMask(c)) : undefined;
    case 'Insert':
      return isField(c, d) ? signed((x & ~(fieldMask(d) << c)) | ((y & fieldMask(d)) << c)) : undefined;
    default:
      return undefined;
  }
}

function unsigned(value: bigint): bigint {
  return BigInt.asUintN(64, value);
}

function signed(value: bigint): bigint {
  return BigInt.asIntN(64, value);
}

function shift(x: bigint, count: bigint): bigint {
  if (count >= BITS || count <= -BITS) return 0n;
  return count >= 0n ? (x << count) & MASK : x >> -count;
}

function rotate(x: bigint, count: bigint): bigint {
  const by = ((count % BITS) + BITS) % BITS;
  return ((x << by) | (x >> (BITS - by))) & MASK;
}

function isField(first: bigint, count: bigint): boolean {
  return first >= 0n && count >= 0n && first + count <= BITS;
}

function fieldMask(count: bigint): bigint {
  return (1n << count) - 1n;
}
