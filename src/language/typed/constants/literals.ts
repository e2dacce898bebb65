/** What literals denote: value and type from the raw text that the syntax tree keeps (definition 2.6.4). Escapes are the lexer's. */
import { quotedValue, textValue } from '../../parser/literals.ts';
import {
  CHAR,
  EXTENDED,
  INTEGER,
  INTEGER_LAST,
  LONGINT,
  LONGREAL,
  REAL,
  TEXT,
  WIDECHAR,
} from '../../types/builtins.ts';
import type { ConstValue, Type } from '../../types/model.ts';
import { REAL_MAX, roundTo } from './floats.ts';

export type LiteralResult = { readonly type: Type; readonly value: ConstValue } | { readonly problem: string };

const LITERAL = /^([0-9]+)(?:_([0-9A-Fa-f]+))?([Ll]?)$/;

/**
 * `29`, `16_FF`, `123L`. A based literal may use all 64 bits: 16_FFFFFFFFFFFFFFFF is -1; a decimal one must not exceed LAST(INTEGER).
 */
export function integerLiteral(text: string): LiteralResult {
  const match = LITERAL.exec(text);
  if (match === null) return { problem: 'this is not an integer literal' };
  const [, head = '', digits, long] = match;
  const type = long === '' ? INTEGER : LONGINT;
  if (digits === undefined) {
    const value = BigInt(head);
    return value > INTEGER_LAST
      ? { problem: `this literal exceeds LAST(${type.name})` }
      : { type, value: { kind: 'int', value } };
  }
  const base = Number(head);
  if (base < 2 || base > 16) return { problem: 'the base of an integer literal is between 2 and 16' };
  const value = digitsValue(digits, base);
  if (value === undefined) return { problem: `a digit of this literal does not belong to base ${base}` };
  if (value >= 2n ** 64n) return { problem: `this literal does not fit the 64 bits of ${type.name}` };
  return { type, value: { kind: 'int', value: BigInt.asIntN(64, value) } };
}

function digitsValue(digits: string, base: number): bigint | undefined {
  let value = 0n;
  for (const digit of digits) {
    const weight = Number.parseInt(digit, 16);
    if (weight >= base) return undefined;
    value = value * BigInt(base) + BigInt(weight);
  }
  return value;
}

/** `1.5`, `1.5E3`: REAL; `D`: LONGREAL; `X`: EXTENDED. */
export function realLiteral(text: string): LiteralResult {
  const letter = /[EeDdXx]/.exec(text)?.[0]?.toUpperCase();
  const type = letter === 'D' ? LONGREAL : letter === 'X' ? EXTENDED : REAL;
  const exact = Number(text.replace(/[EeDdXx]/, 'e'));
  if (Number.isNaN(exact)) return { problem: 'this is not a floating-point literal' };
  const value = roundTo(type, exact);
  if (!Number.isFinite(value) || (type.name === 'REAL' && Math.abs(value) > REAL_MAX)) {
    return { problem: `this literal exceeds the range of ${type.name}` };
  }
  return { type, value: { kind: 'real', value } };
}

export function charLiteral(text: string): LiteralResult {
  const { codes, wide } = quotedValue(text);
  const [code] = codes;
  if (code === undefined || codes.length !== 1) return { problem: 'a character literal holds exactly one character' };
  return { type: wide ? WIDECHAR : CHAR, value: { kind: 'int', value: BigInt(code) } };
}

export function textLiteral(text: string): LiteralResult {
  const wide = text.startsWith('W');
  return { type: TEXT, value: { kind: 'text', value: textValue(text), ...(wide ? { wide } : {}) } };
}
