/** The tokens of a text without its syntax: for what must be quick, or work where nothing can be parsed. */
import { parserServices } from './parse.ts';
import type { Token } from './tree.ts';

export interface Tokens {
  /** In order, without comments and pragmas. */
  readonly visible: readonly Token[];
  /** Comments and pragmas, in order. */
  readonly hidden: readonly Token[];
}

export function tokenize(text: string): Tokens {
  const { tokens, hidden } = parserServices().modula3.parser.Lexer.tokenize(text);
  return { visible: tokens as Token[], hidden: hidden as Token[] };
}

/** Index of the last token that begins at or before an offset; -1 when there is none. */
export function lastTokenAt(tokens: readonly Token[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.offset <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
