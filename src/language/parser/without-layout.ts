/**
 * A text without what nobody sees who imports it: comments, and which blanks stand between two tokens. Texts that are the same after that have the same tokens and the
 * same pragmas, in the same order.
 */
import { CHAR, commentEnd, isBlank, pragmaEnd, quotedEnd } from './scan.ts';

/** Undefined where a comment, a pragma or a literal is not closed. */
export function withoutLayout(text: string): string | undefined {
  let result = '';
  /** What is not copied yet begins here. */
  let from = 0;
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    const star = text.charCodeAt(at + 1) === CHAR.star;
    if (isBlank(code) || (code === CHAR.open && star)) {
      const end = gapEnd(text, at);
      if (end < 0) return undefined;
      result += `${text.slice(from, at)} `;
      from = at = end;
    } else if (code === CHAR.doubleQuote || code === CHAR.quote || (code === CHAR.less && star)) {
      at = code === CHAR.less ? pragmaEnd(text, at) : quotedEnd(text, at);
      if (at < 0) return undefined;
    } else at++;
  }
  return (result + text.slice(from)).trim();
}

/** The end of the blanks and comments that begin at `start`. */
function gapEnd(text: string, start: number): number {
  let at = start;
  for (;;) {
    if (isBlank(text.charCodeAt(at))) at++;
    else if (text.charCodeAt(at) === CHAR.open && text.charCodeAt(at + 1) === CHAR.star) {
      at = commentEnd(text, at);
      if (at < 0) return -1;
    } else return at;
  }
}
