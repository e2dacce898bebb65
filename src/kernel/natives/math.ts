/** Interface Math, and what Real, LongReal and Extended say of their numbers. */
import { Op } from '../wasm/opcodes.ts';
import { type Native, type NativeTable, plain } from './native.ts';

const ONE: Readonly<Record<string, (x: number) => number>> = {
  exp: Math.exp,
  expm1: Math.expm1,
  log: Math.log,
  log10: Math.log10,
  log1p: Math.log1p,
  cos: Math.cos,
  sin: Math.sin,
  tan: Math.tan,
  acos: Math.acos,
  asin: Math.asin,
  atan: Math.atan,
  cosh: Math.cosh,
  sinh: Math.sinh,
  tanh: Math.tanh,
  acosh: Math.acosh,
  asinh: Math.asinh,
  atanh: Math.atanh,
};

/** What the engine has an instruction for; a call of it costs what a call costs. */
const INSTRUCTIONS: Readonly<Record<string, number>> = {
  sqrt: Op.f64_sqrt,
  ceil: Op.f64_ceil,
  floor: Op.f64_floor,
  rint: Op.f64_nearest,
  fabs: Op.f64_abs,
  copysign: Op.f64_copysign,
};

const TWO: Readonly<Record<string, (x: number, y: number) => number>> = {
  // ISO C: 1 to any power, and any power of -1 to an infinity, is 1.
  pow: (x, y) => (x === 1 || (x === -1 && !Number.isFinite(y) && !Number.isNaN(y)) ? 1 : x ** y),
  hypot: Math.hypot,
  fmod: (x, y) => x % y,
  atan2: Math.atan2,
};

function isNegative(x: number): boolean {
  return x < 0 || Object.is(x, -0);
}

/** x = fraction * 2^exponent with 0.5 <= |fraction| < 1. */
export function frexp(x: number): { fraction: number; exponent: number } {
  if (x === 0 || !Number.isFinite(x)) return { fraction: x, exponent: 0 };
  let exponent = Math.max(-1023, Math.floor(Math.log2(Math.abs(x))) + 1);
  let fraction = ldexp(x, -exponent);
  while (Math.abs(fraction) < 0.5) {
    fraction *= 2;
    exponent--;
  }
  while (Math.abs(fraction) >= 1) {
    fraction /= 2;
    exponent++;
  }
  return { fraction, exponent };
}

/** x * 2^n, rounded once. */
export function ldexp(x: number, n: number): number {
  let [y, left] = [x, Math.max(-2200, Math.min(2200, n))];
  for (; left > 1000; left -= 1000) y *= 2 ** 1000;
  // Downward in one last step into the denormalised range: two would round twice.
  for (; left < -1000 && Math.abs(y) > 2 ** 60; left += 960) y *= 2 ** -960;
  if (left < -1022) return y * 2 ** -1000 * 2 ** (left + 1000);
  return y * 2 ** left;
}

const float64 = new Float64Array(1);
const words = new BigInt64Array(float64.buffer);

function hash(x: number): bigint {
  float64[0] = x === 0 ? 0 : x;
  return words[0]!;
}

const numbers: Readonly<Record<string, Native>> = {
  Equal: plain((_, a, b) => a === b),
  Hash: plain((_, a) => hash(a)),
  Compare: plain((_, a, b) => (a < b ? -1n : a > b ? 1n : 0n)),
};

export const MATH_NATIVES: NativeTable = {
  ...Object.fromEntries(
    Object.entries(INSTRUCTIONS).map(([name, instruction]) => [
      `Math.${name}`,
      { kind: 'instruction', instruction } as const,
    ]),
  ),
  ...Object.fromEntries(Object.entries(ONE).map(([name, f]) => [`Math.${name}`, plain((_, x) => f(x))])),
  ...Object.fromEntries(Object.entries(TWO).map(([name, f]) => [`Math.${name}`, plain((_, x, y) => f(x, y))])),
  'Math.frexp': plain((k, x, address) => {
    const { fraction, exponent } = frexp(x);
    k.access.view.setBigInt64(address, BigInt(exponent), true);
    return fraction;
  }),
  'Math.ldexp': plain((_, x, n) => ldexp(x, Number(n))),
  'Math.modf': plain((k, x, address) => {
    const whole = Math.trunc(x);
    k.access.view.setFloat64(address, whole, true);
    const rest = Number.isFinite(x) ? x - whole : Number.isNaN(x) ? x : 0;
    return isNegative(x) === isNegative(rest) ? rest : -rest;
  }),
  ...Object.fromEntries(
    ['Real', 'LongReal', 'Extended'].flatMap((unit) =>
      Object.entries(numbers).map(([name, n]) => [`${unit}.${name}`, n]),
    ),
  ),
};
