/**
 * Where the lexical constructs of Modula-3 end: blanks, comments, pragmas, quoted literals, numbers.
 *
 * Every function takes the text and the offset where the construct starts and returns the offset behind it. All are loops, so
 * nesting costs no stack. Not inside: tokens and diagnostics (`lexer.ts`), values of literals (`literals.ts`).
 */

export const CHAR = {
  tab: 9,
  newline: 10,
  carriageReturn: 13,
  doubleQuote: 0x22,
  quote: 0x27,
  open: 0x28,
  close: 0x29,
  star: 0x2a,
  dot: 0x2e,
  less: 0x3c,
  greater: 0x3e,
  backslash: 0x5c,
  underscore: 0x5f,
} as const;

export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

export function isLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
}

export function isWordPart(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || isDigit(code) || code === CHAR.underscore;
}

export function isHexDigit(code: number): boolean {
  return isDigit(code) || (code >= 0x41 && code <= 0x46) || (code >= 0x61 && code <= 0x66);
}

export function isLineEnd(code: number): boolean {
  return code === CHAR.newline || code === CHAR.carriageReturn;
}

/** Blank, tab, line ends, vertical tab, form feed, byte order mark. */
export function isBlank(code: number): boolean {
  return code === 0x20 || (code >= CHAR.tab && code <= CHAR.carriageReturn) || code === 0xfeff;
}

export function wordEnd(text: string, start: number): number {
  let at = start + 1;
  while (isWordPart(text.charCodeAt(at))) at++;
  return at;
}

export function blanksEnd(text: string, start: number): number {
  let at = start;
  while (isBlank(text.charCodeAt(at))) at++;
  return at;
}

/** The end of the comment at `start`, or -1 if it is not closed. Comments nest. */
export function commentEnd(text: string, start: number): number {
  let depth = 1;
  for (let at = start + 2; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === CHAR.star && text.charCodeAt(at + 1) === CHAR.close) {
      at++;
      if (--depth === 0) return at + 1;
    } else if (code === CHAR.open && text.charCodeAt(at + 1) === CHAR.star) {
      at++;
      depth++;
    }
  }
  return -1;
}

/** The end of the pragma at `start`, or -1 if it is not closed. Pragmas nest and hold comments and texts. */
export function pragmaEnd(text: string, start: number): number {
  let depth = 1;
  let at = start + 2;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    const next = text.charCodeAt(at + 1);
    if (code === CHAR.star && next === CHAR.greater) {
      at += 2;
      if (--depth === 0) return at;
    } else if (code === CHAR.less && next === CHAR.star) {
      at += 2;
      depth++;
    } else if (code === CHAR.open && next === CHAR.star) {
      at = commentEnd(text, at);
      if (at < 0) return -1;
    } else if (code === CHAR.doubleQuote) {
      // A quote without a partner on its line is prose, not a text.
      const end = quotedEnd(text, at);
      at = end < 0 ? at + 1 : end;
    } else {
      at++;
    }
  }
  return -1;
}

/** The end of the literal whose opening quote stands at `start`, or -1 if the line ends first. `'''` is one literal, which lacks a backslash (2.6.5). */
export function quotedEnd(text: string, start: number): number {
  const quote = text.charCodeAt(start);
  if (text.startsWith("'''", start)) return start + 3;
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) return at + 1;
    if (isLineEnd(code)) return -1;
    if (code === CHAR.backslash && at + 1 < text.length && !isLineEnd(text.charCodeAt(at + 1))) at++;
  }
  return -1;
}

export function lineEnd(text: string, start: number): number {
  let at = start;
  while (at < text.length && !isLineEnd(text.charCodeAt(at))) at++;
  return at;
}

/**
 * The offset of the next token behind blanks, comments and pragmas; an unclosed one counts as the end of the text.
 * `<*ASSERT` is not told apart here: nobody asks at such a place.
 */
export function nextTokenStart(text: string, start: number): number {
  let at = start;
  for (;;) {
    at = blanksEnd(text, at);
    const code = text.charCodeAt(at);
    const star = text.charCodeAt(at + 1) === CHAR.star;
    if (!star || (code !== CHAR.open && code !== CHAR.less)) return at;
    const end = code === CHAR.open ? commentEnd(text, at) : pragmaEnd(text, at);
    if (end < 0) return text.length;
    at = end;
  }
}

export interface NumberScan {
  readonly end: number;
  readonly kind: 'integer' | 'real';
  /** What is wrong with it, if anything. */
  readonly problem?: string;
}

/** Integer, based integer, LONGINT or real. `1..5` ends behind the `1`. */
export function scanNumber(text: string, start: number): NumberScan {
  let at = start;
  while (isDigit(text.charCodeAt(at))) at++;
  const code = text.charCodeAt(at);
  if (code === CHAR.dot && isDigit(text.charCodeAt(at + 1))) {
    at++;
    while (isDigit(text.charCodeAt(at))) at++;
    return scanExponent(text, at);
  }
  if (/^0[xX]$/.test(text.slice(start, at + 1)) && isHexDigit(text.charCodeAt(at + 1))) {
    const end = wordEnd(text, at);
    const digits = text.slice(at + 1, end).toUpperCase();
    return { end, kind: 'integer', problem: `a number in base sixteen is written 16_${digits}` };
  }
  // Nothing is selected from a number: `1.` and `1e5` are no two tokens.
  if (code === CHAR.dot && text.charCodeAt(at + 1) !== CHAR.dot) {
    return { ...scanExponent(text, at + 1), problem: 'a real literal has digits on both sides of its point' };
  }
  const exponent = isLetter(code) ? scanExponent(text, at).end : at;
  if (exponent > at) return { end: exponent, kind: 'real', problem: 'a real literal has a point: 1.0E5' };
  let problem: string | undefined;
  if (code === CHAR.underscore) {
    const digits = at + 1;
    at = digits;
    while (isHexDigit(text.charCodeAt(at))) at++;
    if (at === digits) problem = 'a based integer needs digits after the `_`';
  }
  if (text.charCodeAt(at) === 0x4c || text.charCodeAt(at) === 0x6c) at++;
  return { end: at, kind: 'integer', problem };
}

function scanExponent(text: string, start: number): NumberScan {
  const letter = text.charCodeAt(start) | 0x20;
  if (letter !== 0x65 && letter !== 0x64 && letter !== 0x78) return { end: start, kind: 'real' };
  const sign = text.charCodeAt(start + 1);
  const digits = sign === 0x2b || sign === 0x2d ? start + 2 : start + 1;
  let at = digits;
  while (isDigit(text.charCodeAt(at))) at++;
  if (at > digits) return { end: at, kind: 'real' };
  // `1.0END` is a real and a keyword; `1.0E+` can only be a broken exponent.
  if (isWordPart(sign)) return { end: start, kind: 'real' };
  return { end: digits, kind: 'real', problem: 'the exponent of a real literal needs digits' };
}
