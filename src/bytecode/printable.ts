/**
 * Others' text in lines for people: nothing in it ends the line, moves the cursor, or hides or reorders what stands beside it.
 */

/** Control characters, unassigned and private ones, lone surrogates, those that reorder (\p{C}), and separators of lines. */
const UNPRINTABLE = /[\p{C}\p{Zl}\p{Zp}]/gu;
const ESCAPES: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** The text with escapes in place of what must not be shown, cut where it is too long. */
export function printable(text: string, most = 200): string {
  const cut = text.length > most ? `${text.slice(0, most)}...` : text;
  return cut.replace(UNPRINTABLE, (c) => ESCAPES[c] ?? `\\u{${c.codePointAt(0)!.toString(16)}}`);
}

/** Whether it can stand in a line as it is. */
export function isPrintable(text: string): boolean {
  return text.search(UNPRINTABLE) < 0;
}
