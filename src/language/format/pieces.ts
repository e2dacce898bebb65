/**
 * A text as the formatter sees it: tokens, comments and pragmas, each with the blanks before it. Blanks are all that the formatter
 * ever changes, and the indentation inside comments and pragmas of several lines.
 */

import type { Modula3LexingError } from '../parser/lexer.ts';
import { lineEnd } from '../parser/scan.ts';
import { createModula3CoreServices } from '../parser/services.ts';
import type { Token } from '../parser/tree.ts';

export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly hidden: boolean;
  readonly isComment: boolean;
  /**
   * What the rules look at: of keywords and punctuation the spelling, `name` and `literal` for names and literals, `<*ASSERT` for
   * the opening of that pragma, '' for comments and other pragmas.
   */
  readonly key: string;
  /** Line ends in the blanks before it, as far as they count. */
  readonly breaks: number;
  /** There is more than blanks, tabs and line ends before it (a form feed, a byte order mark, what is no token): not to be touched. */
  readonly odd: boolean;
  /** Columns of its only or first line, and of its last one. */
  readonly firstWidth: number;
  readonly lastWidth: number;
  readonly multiline: boolean;
}

const LITERALS = new Set(['INT_LITERAL', 'REAL_LITERAL', 'CHAR_LITERAL', 'TEXT_LITERAL']);

/** Never begins a line, also not behind a comment. */
const FOLLOWS = new Set([';', ',']);

let services: ReturnType<typeof createModula3CoreServices> | undefined;

export function piecesOf(text: string): Piece[] {
  services ??= createModula3CoreServices();
  const { tokens, hidden, errors } = services.modula3.parser.Lexer.tokenize(text);
  // A literal without its second quote ends with its line: on such a line, and behind it, nothing may move.
  const open = errors.filter((error) => (error as Modula3LexingError).code === 'P1003').map((error) => error.offset);
  const pieces: Piece[] = [];
  let end = 0;
  let [t, h] = [0, 0];
  while (t < tokens.length || h < hidden.length) {
    const takeHidden =
      h < hidden.length && (t >= tokens.length || hidden[h]!.startOffset < (tokens[t] as Token).startOffset);
    let piece = pieceOf(text, (takeHidden ? hidden[h++] : tokens[t++]) as Token, end);
    if (pieces.at(-1)?.hidden && FOLLOWS.has(piece.key)) piece = { ...piece, breaks: 0 };
    const fixed = open.length > 0 && piece.start > open[0]!;
    pieces.push(fixed ? { ...piece, odd: true } : piece);
    // The first piece behind the line is the last that stays.
    while (fixed && open.length > 0 && piece.start >= lineEnd(text, open[0]!)) open.shift();
    end = piece.end;
  }
  return pieces;
}

function pieceOf(text: string, token: Token, previousEnd: number): Piece {
  const { image, hidden, startOffset: start } = token;
  const type = token.tokenType.name;
  const { breaks, odd } = blanks(text, previousEnd, start);
  const firstEnd = hidden || type === 'ASSERT_OPEN' ? image.search(/[\r\n]/) : -1;
  const multiline = firstEnd >= 0;
  return {
    start,
    end: start + image.length,
    hidden,
    isComment: type === 'COMMENT',
    key: hidden
      ? ''
      : type === 'ID'
        ? 'name'
        : LITERALS.has(type)
          ? 'literal'
          : type === 'ASSERT_OPEN'
            ? '<*ASSERT'
            : image,
    breaks,
    odd,
    firstWidth: multiline ? firstEnd : image.length,
    lastWidth: multiline ? image.length - 1 - Math.max(image.lastIndexOf('\n'), image.lastIndexOf('\r')) : image.length,
    multiline,
  };
}

function blanks(text: string, start: number, end: number): { breaks: number; odd: boolean } {
  let breaks = 0;
  let odd = false;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) breaks++;
    else if (code !== 0x20 && code !== 9 && code !== 13) odd = true;
  }
  return { breaks, odd };
}

/** The line end that the text uses first; `\n` if it has one line. */
export function lineEndOf(text: string): string {
  return /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
}

/** The column (from 0) of an offset, tabs reaching to the next multiple of `tab`. */
export function columnAt(text: string, offset: number, tab: number): number {
  const start = lineStart(text, offset);
  let column = 0;
  for (let at = start; at < offset; at++)
    column = text.charCodeAt(at) === 9 ? column + tab - (column % tab) : column + 1;
  return column;
}

export function lineStart(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && text.charCodeAt(start - 1) !== 10 && text.charCodeAt(start - 1) !== 13) start--;
  return start;
}

/** The column of the first thing on the line of an offset. */
export function lineIndentAt(text: string, offset: number, tab: number): number {
  let at = lineStart(text, offset);
  while (text.charCodeAt(at) === 0x20 || text.charCodeAt(at) === 9) at++;
  return columnAt(text, Math.min(at, offset), tab);
}

/** Blanks, or tabs and blanks, that reach a column from the beginning of a line. */
export function indentation(column: number, tab: number, tabs: boolean): string {
  if (!tabs) return ' '.repeat(column);
  return '\t'.repeat(Math.floor(column / tab)) + ' '.repeat(column % tab);
}
