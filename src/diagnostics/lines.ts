/**
 * Offsets to lines and columns. Columns count UTF-16 code units from 1; a tab is one column.
 */
export interface Position {
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
}

export class LineMap {
  readonly #starts: number[] = [0];
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
    for (let i = 0; i < text.length; i++) {
      const c = text.charCodeAt(i);
      if (c === 10 || (c === 13 && text.charCodeAt(i + 1) !== 10)) this.#starts.push(i + 1);
    }
  }

  get lineCount(): number {
    return this.#starts.length;
  }

  /** Offsets beyond the text count as its end. */
  position(offset: number): Position {
    const clamped = Math.max(0, Math.min(offset, this.#text.length));
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#starts[middle]! <= clamped) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: clamped - this.#starts[low]! + 1 };
  }

  /** The inverse of `position`; what lies beyond a line counts as its end. */
  offset(line: number, column: number): number {
    if (line < 1) return 0;
    const start = this.#starts[line - 1];
    if (start === undefined) return this.#text.length;
    return start + Math.max(0, Math.min(column - 1, this.lineText(line).length));
  }

  /** Without the line terminator. */
  lineText(line: number): string {
    const start = this.#starts[line - 1] ?? this.#text.length;
    const end = this.#starts[line] ?? this.#text.length;
    return this.#text.slice(start, end).replace(/[\r\n]+$/, '');
  }
}

const WIDEST = 160;

/** The part of a line worth showing, tabs as spaces, with where the marked range falls in it. The mark is at least one wide. */
export function sliceLine(
  line: string,
  start: number,
  length: number,
): { text: string; start: number; length: number } {
  const from = start > WIDEST / 2 && line.length > WIDEST ? start - WIDEST / 4 : 0;
  const cut = line.slice(from, from + WIDEST);
  const clean = [...cut].map((c) => (c < ' ' || (c >= '\x7f' && c < '\xa0') ? ' ' : c)).join('');
  const marked = Math.min(Math.max(length, 1), Math.max(cut.length - (start - from), 1));
  return {
    text: (from > 0 ? '…' : '') + clean + (from + WIDEST < line.length ? '…' : ''),
    start: start - from + (from > 0 ? 1 : 0),
    length: marked,
  };
}
