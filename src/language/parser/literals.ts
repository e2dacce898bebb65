/**
 * The values of quoted literals: which escapes there are and what they stand for.
 *
 * The raw text of a literal is what the syntax tree keeps; the lexer asks for problems, the checker for values.
 */
import { CHAR, isDigit, isHexDigit } from './scan.ts';

export interface EscapeProblem {
  /** Offset of the backslash (or of the offending character) within the literal's raw text. */
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

export interface QuotedValue {
  /** The code points; at most 255 each unless the literal is wide. */
  readonly codes: readonly number[];
  readonly wide: boolean;
  readonly problem?: EscapeProblem;
}

const SIMPLE_ESCAPES = new Map<number, number>([
  [0x6e, 10], // \n
  [0x74, 9], // \t
  [0x72, 13], // \r
  [0x66, 12], // \f
  [CHAR.backslash, CHAR.backslash],
  [CHAR.quote, CHAR.quote],
  [CHAR.doubleQuote, CHAR.doubleQuote],
]);

/** Reads `'c'`, `"text"`, `W'c'` or `W"text"`; an unclosed literal ends where its raw text ends. */
export function quotedValue(raw: string): QuotedValue {
  const wide = raw.charCodeAt(0) === 0x57;
  const open = wide ? 1 : 0;
  const quote = raw.charCodeAt(open);
  const codes: number[] = [];
  let problem: EscapeProblem | undefined;
  let at = open + 1;
  while (at < raw.length && raw.charCodeAt(at) !== quote) {
    if (raw.charCodeAt(at) === CHAR.backslash) {
      const read = readEscape(raw, at, wide);
      if (read.message !== undefined) problem ??= { start: at, end: read.end, message: read.message };
      codes.push(read.code);
      at = read.end;
    } else {
      const code = raw.codePointAt(at)!;
      const end = at + (code > 0xffff ? 2 : 1);
      if (!wide && code > 0xff) {
        problem ??= { start: at, end, message: 'this character is outside ISO Latin-1; write a wide literal: W"…"' };
      }
      codes.push(code);
      at = end;
    }
  }
  return { codes, wide, problem };
}

/** The value of a text as a string of its code points. */
export function textValue(raw: string): string {
  const { codes } = quotedValue(raw);
  let value = '';
  for (const code of codes) value += String.fromCodePoint(code);
  return value;
}

interface Escape {
  readonly code: number;
  readonly end: number;
  readonly message?: string;
}

function readEscape(raw: string, start: number, wide: boolean): Escape {
  const code = raw.charCodeAt(start + 1);
  const simple = SIMPLE_ESCAPES.get(code);
  if (simple !== undefined) return { code: simple, end: start + 2 };
  if (isDigit(code)) return readOctal(raw, start, wide);
  if (code === 0x78 || code === 0x58) return readHex(raw, start, wide ? [4, 2] : [2]);
  if (code === 0x75 && wide) return readHex(raw, start, [4]);
  if (code === 0x55 && wide) return readHex(raw, start, [6]);
  const end = Math.min(start + 2, raw.length);
  return { code: Number.isNaN(code) ? 0 : code, end, message: `\`${raw.slice(start, end)}\` is not an escape` };
}

function readOctal(raw: string, start: number, wide: boolean): Escape {
  const limit = wide ? 6 : 3;
  let at = start + 1;
  while (at < start + 1 + limit && raw.charCodeAt(at) >= 0x30 && raw.charCodeAt(at) <= 0x37) at++;
  // A wide octal escape has six digits; with fewer than six it is read like a narrow one.
  if (wide && at < start + 7) at = Math.min(at, start + 4);
  const count = at - start - 1;
  if (count !== 3 && count !== 6) {
    return { code: 0, end: Math.max(at, start + 2), message: 'an octal escape has three digits' };
  }
  return checkRange(Number.parseInt(raw.slice(start + 1, at), 8), at, wide);
}

function readHex(raw: string, start: number, counts: readonly number[]): Escape {
  let digits = start + 2;
  while (isHexDigit(raw.charCodeAt(digits))) digits++;
  const count = counts.find((c) => start + 2 + c <= digits);
  if (count === undefined) {
    return { code: 0, end: digits, message: `a hexadecimal escape here has ${counts[0]} digits` };
  }
  const end = start + 2 + count;
  return checkRange(Number.parseInt(raw.slice(start + 2, end), 16), end, counts[0] !== 2);
}

function checkRange(code: number, end: number, wide: boolean): Escape {
  if (code > (wide ? 0x10ffff : 0xff)) return { code: 0, end, message: 'this escape is outside the character set' };
  return { code, end };
}
