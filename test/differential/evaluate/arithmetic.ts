/** Operators on numbers and sets: integers exactly and then modulo 2^64, floating-point numbers as IEEE 754 has them. */
import type { Float } from '../tree.ts';
import { bit, equal, fault, type Value, word, wrap } from './values.ts';

export function floorDiv(x: bigint, y: bigint): bigint {
  if (y === 0n) fault('ArithmeticFault');
  const q = x / y;
  return x % y !== 0n && x < 0n !== y < 0n ? q - 1n : q;
}

/** To the nearest, of two equally near the even one. */
function roundEven(x: number): bigint {
  const down = Math.floor(x);
  const rest = x - down;
  if (rest < 0.5) return BigInt(down);
  if (rest > 0.5) return BigInt(down) + 1n;
  return BigInt(down) % 2n === 0n ? BigInt(down) : BigInt(down) + 1n;
}

/** The nearest REAL to an integer, found without going through another floating-point type: of two the even one. */
export function nearestReal(n: bigint): number {
  const size = n < 0n ? -n : n;
  const extra = size.toString(2).length - 24;
  if (extra <= 0) return Number(n);
  const unit = 1n << BigInt(extra);
  const down = size / unit;
  const rest = size % unit;
  const up = rest * 2n > unit || (rest * 2n === unit && down % 2n === 1n);
  const rounded = Number((up ? down + 1n : down) * unit);
  return n < 0n ? -rounded : rounded;
}

export function toFloat(v: Value, size: Float): number {
  if (typeof v === 'bigint') return size === 'REAL' ? nearestReal(v) : Number(v);
  return size === 'REAL' ? Math.fround(v as number) : (v as number);
}

export function unary(op: string, v: Value): Value {
  switch (op) {
    case '-':
      return typeof v === 'number' ? -v : wrap(-(v as bigint));
    case 'NOT':
      return bit(v === 0n);
    case 'ABS':
      return typeof v === 'number' ? Math.abs(v) : wrap((v as bigint) < 0n ? -(v as bigint) : (v as bigint));
    case 'ORD':
      return v;
    default: {
      const y = v as number;
      const n = !Number.isFinite(y)
        ? 2n ** 70n
        : op === 'TRUNC'
          ? BigInt(Math.trunc(y))
          : op === 'FLOOR'
            ? BigInt(Math.floor(y))
            : op === 'CEILING'
              ? BigInt(Math.ceil(y))
              : roundEven(y);
      return n < -(2n ** 63n) || n >= 2n ** 63n ? fault('ValueOutOfRange') : n;
    }
  }
}

export function binary(op: string, l: Value, r: Value, size: Float | undefined): Value {
  if (op === 'IN') return bit((r as ReadonlySet<number>).has(Number(l as bigint)));
  if (l instanceof Set) return sets(op, l as ReadonlySet<number>, r as ReadonlySet<number>);
  if (op === '=' || op === '#') return bit(equal(l, r) === (op === '='));
  if (typeof l === 'string') return l + (r as string);
  if (typeof l === 'number') return reals(op, l, r as number, size);
  const [a, b] = [l as bigint, r as bigint];
  switch (op) {
    case '+':
      return wrap(a + b);
    case '-':
      return wrap(a - b);
    case '*':
      return wrap(a * b);
    case 'DIV':
      return wrap(floorDiv(a, b));
    case 'MOD':
      return wrap(a - b * floorDiv(a, b));
    case '<':
      return bit(a < b);
    case '<=':
      return bit(a <= b);
    case '>':
      return bit(a > b);
    default:
      return bit(a >= b);
  }
}

function reals(op: string, a: number, b: number, size: Float | undefined): Value {
  const round = size === 'REAL' ? Math.fround : (x: number) => x;
  switch (op) {
    case '+':
      return round(a + b);
    case '-':
      return round(a - b);
    case '*':
      return round(a * b);
    case '/':
      return round(a / b);
    case 'MOD':
      // As the definition says it: x - y * FLOOR(x / y), each step rounded.
      return round(a - round(b * Math.floor(round(a / b))));
    case '<':
      return bit(a < b);
    case '<=':
      return bit(a <= b);
    case '>':
      return bit(a > b);
    default:
      return bit(a >= b);
  }
}

function sets(op: string, a: ReadonlySet<number>, b: ReadonlySet<number>): Value {
  const within = (x: ReadonlySet<number>, y: ReadonlySet<number>) => [...x].every((m) => y.has(m));
  switch (op) {
    case '+':
      return new Set([...a, ...b]);
    case '-':
      return new Set([...a].filter((m) => !b.has(m)));
    case '*':
      return new Set([...a].filter((m) => b.has(m)));
    case '/':
      return new Set([...a, ...b].filter((m) => a.has(m) !== b.has(m)));
    case '=':
      return bit(within(a, b) && within(b, a));
    case '#':
      return bit(!(within(a, b) && within(b, a)));
    case '<=':
      return bit(within(a, b));
    case '<':
      return bit(within(a, b) && a.size < b.size);
    case '>=':
      return bit(within(b, a));
    default:
      return bit(within(b, a) && b.size < a.size);
  }
}

/** The bits of a number, as IEEE 754 lays them out; every NaN is the quiet one. */
export function bitsOf(x: number, size: Float): bigint {
  const view = new DataView(new ArrayBuffer(8));
  if (size === 'REAL') {
    view.setFloat32(0, x);
    return Number.isNaN(x) ? 0x7fc00000n : BigInt(view.getUint32(0));
  }
  view.setFloat64(0, x);
  return Number.isNaN(x) ? 0x7ff8000000000000n : wrap(view.getBigUint64(0));
}

/** MIN and MAX: a NaN if either is one; -0 is less than 0. */
export function extremum(f: string, a: Value, b: Value): Value {
  if (typeof a === 'number') return f === 'MIN' ? Math.min(a, b as number) : Math.max(a, b as number);
  return (a as bigint) < (b as bigint) === (f === 'MIN') ? a : b;
}

/** A procedure of interface Word, and of Long. */
export function rowOfBits(f: string, args: readonly bigint[]): bigint {
  const [a, b] = args as [bigint, bigint];
  const rotated = (n: bigint) => wrap((word(a) << n) | (word(a) >> (64n - n)));
  /** A row of ones, of so many. */
  const field = (i: bigint, n: bigint): bigint => {
    if (i + n > 64n) fault('ValueOutOfRange');
    return (1n << n) - 1n;
  };
  switch (f) {
    case 'And':
      return wrap(word(a) & word(b));
    case 'Or':
      return wrap(word(a) | word(b));
    case 'Xor':
      return wrap(word(a) ^ word(b));
    case 'Not':
      return wrap(~a);
    case 'Plus':
      return wrap(a + b);
    case 'Minus':
      return wrap(a - b);
    case 'Times':
      return wrap(a * b);
    case 'Divide':
      return b === 0n ? fault('ArithmeticFault') : wrap(word(a) / word(b));
    case 'Mod':
      return b === 0n ? fault('ArithmeticFault') : wrap(word(a) % word(b));
    case 'LT':
      return bit(word(a) < word(b));
    case 'LE':
      return bit(word(a) <= word(b));
    case 'GT':
      return bit(word(a) > word(b));
    case 'GE':
      return bit(word(a) >= word(b));
    case 'Shift':
      return b > 63n || b < -63n ? 0n : b >= 0n ? wrap(word(a) << b) : wrap(word(a) >> -b);
    case 'LeftShift':
      return wrap(word(a) << b);
    case 'RightShift':
      return wrap(word(a) >> b);
    case 'LeftRotate':
      return rotated(b);
    case 'RightRotate':
      return rotated((64n - b) % 64n);
    case 'Extract':
      return wrap((word(a) >> b) & field(b, args[2]!));
    case 'Insert': {
      const ones = field(args[2]!, args[3]!);
      return wrap((word(a) & ~(ones << args[2]!)) | ((b & ones) << args[2]!));
    }
    default:
      return rotated(((b % 64n) + 64n) % 64n);
  }
}
