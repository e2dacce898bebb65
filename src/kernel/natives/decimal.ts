/**
 * Floating-point numbers in decimal, as interface Fmt says it. Pure functions on numbers and strings.
 */
import { nearestFloat32 } from './nearest.ts';

export type FloatKind = 'real' | 'longreal' | 'extended';
export type Style = 'sci' | 'fix' | 'auto';

/** 0.d1d2d3... times 10 to the exponent plus 1: the point stands after the first digit. */
interface Decimal {
  readonly negative: boolean;
  /** No leading zeros; at least one digit; "0" for zero. */
  readonly digits: string;
  /** Of the first digit. */
  readonly exponent: number;
}

const MAX_EXP_DIGITS: Readonly<Record<FloatKind, number>> = { real: 2, longreal: 3, extended: 3 };
const LITERAL_LETTER: Readonly<Record<FloatKind, string>> = { real: 'e', longreal: 'd', extended: 'x' };

/** More digits than this are zeros in every style, and nobody means them. */
const MAX_PRECISION = 10_000;

export function formatFloat(x: number, kind: FloatKind, style: Style, precision: number, literal: boolean): string {
  const prec = Math.min(precision, MAX_PRECISION);
  if (!Number.isFinite(x)) return special(x, kind, style, prec, literal);
  const decimal = shortest(x, kind);
  if (style === 'sci') return scientific(decimal, kind, prec, literal);
  if (style === 'fix') return fixedPoint(decimal, kind, prec, literal);
  return automatic(decimal, kind, prec, literal);
}

/** The fewest digits that tell the number from all others of its type. */
function shortest(x: number, kind: FloatKind): Decimal {
  const negative = x < 0 || Object.is(x, -0);
  const text = kind === 'real' ? shortestSingle(Math.abs(x)) : Math.abs(x).toExponential();
  const [mantissa, exponent] = text.split('e') as [string, string];
  const [whole, fraction = ''] = mantissa.split('.') as [string, string?];
  const digits = `${whole}${fraction}`.replace(/0+$/, '') || '0';
  return { negative, digits, exponent: Number(exponent) + whole.length - 1 };
}

/** Below a power of two numbers lie closer together than above, so that the nearest decimal may not give it again where the next one does. */
function shortestSingle(x: number): string {
  for (let precision = 0; precision < 9; precision++) {
    const text = x.toExponential(precision);
    if (nearestFloat32(text) === x) return text;
    const above = nextDecimal(text);
    if (nearestFloat32(above) === x) return above;
  }
  return x.toExponential(9);
}

/** d.ddde+x with one more in the last digit. */
function nextDecimal(text: string): string {
  const [mantissa, exponent] = text.split('e') as [string, string];
  const digits = (BigInt(mantissa.replace('.', '')) + 1n).toString();
  return `${digits}e${Number(exponent) - (mantissa.replace('.', '').length - 1)}`;
}

/** Rounded to so many digits after the first, ties to even. Fewer come out when there are no more. */
function rounded(d: Decimal, after: number): Decimal {
  const keep = after + 1;
  if (d.digits.length <= keep) return d;
  if (keep < 0) return { ...d, digits: '0', exponent: 0 };
  const rest = d.digits.slice(keep);
  const last = keep === 0 ? 0 : Number(d.digits[keep - 1]);
  const up = rest[0]! > '5' || (rest[0] === '5' && (/[1-9]/.test(rest.slice(1)) || last % 2 === 1));
  const kept = `0${d.digits.slice(0, keep)}`;
  const value = up ? (BigInt(kept) + 1n).toString().padStart(kept.length, '0') : kept;
  if (value[0] !== '0') return { ...d, digits: value, exponent: d.exponent + 1 };
  const digits = value.slice(1);
  return digits === '' || /^0+$/.test(digits) ? { ...d, digits: '0', exponent: 0 } : { ...d, digits };
}

function isZero(d: Decimal): boolean {
  return d.digits === '0';
}

function scientific(d: Decimal, kind: FloatKind, prec: number, literal: boolean): string {
  const r = rounded(d, prec);
  const after = r.digits.slice(1).padEnd(prec, '0').slice(0, prec);
  const point = after === '' ? (literal ? '.0' : '') : `.${after}`;
  const width = MAX_EXP_DIGITS[kind];
  const letter = literal ? LITERAL_LETTER[kind] : 'e';
  const sign = d.negative ? '-' : ' ';
  if (isZero(d) && !literal) return `${sign}${r.digits[0]}${point}${' '.repeat(width + 2)}`;
  const exponent = isZero(d) ? 0 : r.exponent;
  const digits = String(Math.abs(exponent)).padStart(width, '0');
  return `${sign}${r.digits[0]}${point}${letter}${exponent < 0 ? '-' : '+'}${digits}`;
}

function fixedPoint(d: Decimal, kind: FloatKind, prec: number, literal: boolean): string {
  const r = isZero(d) ? d : rounded(d, d.exponent + prec);
  return signed(d, plainDigits(r, prec, literal) + suffix(kind, literal));
}

function automatic(d: Decimal, kind: FloatKind, prec: number, literal: boolean): string {
  const r = rounded(d, prec);
  const digits = r.digits.replace(/(?<=.)0+$/, '');
  if (isZero(r)) return signed(d, `0${literal ? '.0' : ''}${suffix(kind, literal)}`);
  if (Math.abs(r.exponent) <= 5) {
    const after = Math.max(0, digits.length - 1 - r.exponent);
    return signed(d, plainDigits({ ...r, digits }, after, literal) + suffix(kind, literal));
  }
  const rest = digits.slice(1);
  const point = rest === '' ? (literal ? '.0' : '') : `.${rest}`;
  return signed(d, `${digits[0]}${point}${literal ? LITERAL_LETTER[kind] : 'e'}${r.exponent}`);
}

/** Without exponent, with so many digits after the point. The digits are rounded already. */
function plainDigits(d: Decimal, after: number, literal: boolean): string {
  const whole = d.exponent < 0 ? '0' : d.digits.slice(0, d.exponent + 1).padEnd(d.exponent + 1, '0');
  const fraction = d.exponent < 0 ? '0'.repeat(-d.exponent - 1) + d.digits : d.digits.slice(d.exponent + 1);
  const shown = isZero(d) ? '0'.repeat(after) : fraction.padEnd(after, '0').slice(0, after);
  if (shown === '') return literal ? `${whole}.0` : whole;
  return `${whole}.${shown}`;
}

function suffix(kind: FloatKind, literal: boolean): string {
  return literal && kind !== 'real' ? `${LITERAL_LETTER[kind]}0` : '';
}

function signed(d: Decimal, text: string): string {
  return d.negative ? `-${text}` : text;
}

function special(x: number, kind: FloatKind, style: Style, prec: number, literal: boolean): string {
  const one = (n: number) => `${n}.0${suffix(kind, literal)}`;
  const sign = x < 0 ? '-' : style === 'sci' ? ' ' : '';
  const width = (prec === 0 ? 2 : prec + 3) + MAX_EXP_DIGITS[kind] + 2;
  let name = Number.isNaN(x) ? 'NaN' : 'Infinity';
  if (literal) name = `${one(Number.isNaN(x) ? 0 : 1)}/${one(0)}`;
  else if (style === 'sci' && name.length + 1 > width) name = 'Inf';
  return style === 'sci' ? `${sign}${name}`.padEnd(width) : `${sign}${name}`;
}
