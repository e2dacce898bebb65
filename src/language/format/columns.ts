/**
 * Columns of declarations, fields, formals, assignments and arms. The author asks for them with more than one blank before a `:`,
 * `=`, `:=` or `=>`; then all neighbours line up. Nobody gets columns who does not ask.
 */
import type { Column, Frame, Items } from './frames.ts';
import type { Source } from './source.ts';

export interface Columns {
  /** Blanks to be added before each token. */
  readonly pads: Int32Array;
  /** For each token that begins something with a pad: the token with the pad; up to there no line is broken. 0 for the others. */
  readonly solid: Int32Array;
  /** For each token with a pad: the item that must begin a line. None for formals and bindings. */
  readonly items: ReadonlyMap<number, Frame>;
}

/** A wider head is no name in a list. */
const WIDEST_HEAD = 40;

export function columnsOf(source: Source): Columns {
  const run = new Aligner(source);
  for (const list of source.structure.lists) run.list(list);
  for (const frame of source.structure.frames) if (frame.columns) run.columns(frame.columns, frame.close);
  return run;
}

class Aligner implements Columns {
  readonly pads: Int32Array;
  readonly solid: Int32Array;
  readonly items = new Map<number, Frame>();
  private readonly source: Source;

  constructor(source: Source) {
    this.source = source;
    this.pads = new Int32Array(source.tokens.length);
    this.solid = new Int32Array(source.tokens.length);
  }

  list(list: Items): void {
    let run: Frame[] = [];
    const end = (): void => {
      if (this.align(run)) for (const item of run) this.items.set(item.separator, item);
      run = [];
    };
    for (const item of list.children) {
      if (run.length > 0 && this.mostBreaksBefore(item.open) > 1) end();
      if (this.headWidth(item) <= WIDEST_HEAD) run.push(item);
      else end();
    }
    end();
  }

  /** Formals and bindings have columns if each group of them has a line. */
  columns(all: readonly Column[], close: number): void {
    const columns = all.filter(({ open }) => open < close);
    const fit = columns.every(
      (c, i) => this.headWidth(c) <= WIDEST_HEAD && (i === 0 || this.mostBreaksBefore(c.open) > 0),
    );
    if (fit) this.align(columns);
  }

  private align(run: readonly Column[]): boolean {
    if (run.length < 2 || !run.some(({ separator }) => this.isAskedFor(separator))) return false;
    const widths = run.map((column) => this.headWidth(column));
    const widest = Math.max(...widths);
    if (widths.every((width) => width === widest)) return false;
    run.forEach(({ open, separator }, i) => {
      this.solid[open] = separator;
      this.pads[separator] = widest + 1 - widths[i]! - this.spacesBefore(separator);
    });
    return true;
  }

  /**
   * Columns from the first token to the separator; infinite if there is none, if a line end between stays, or if something stands
   * before the first token on its line.
   */
  private headWidth({ open, separator }: Column): number {
    const { flat, pieces, tokens, structure } = this.source;
    if (separator <= open || flat[separator]! - flat[open]! > 2 * WIDEST_HEAD) return Number.POSITIVE_INFINITY;
    if (pieces[tokens[open]! - 1]?.hidden && pieces[tokens[open]!]!.breaks === 0) return Number.POSITIVE_INFINITY;
    for (let i = open + 1; i <= separator; i++) {
      const plain = tokens[i]! - tokens[i - 1]! === 1;
      const { breaks, odd } = pieces[tokens[i]!]!;
      const { kind } = structure.gaps[i]!;
      if (!plain || odd || (breaks > 0 && kind !== 'join' && kind !== 'closer')) return Number.POSITIVE_INFINITY;
    }
    return flat[separator - 1]! - flat[open]! + pieces[tokens[open]!]!.lastWidth;
  }

  private isAskedFor(separator: number): boolean {
    const { pieces, tokens, text } = this.source;
    const { start, breaks } = pieces[tokens[separator]!]!;
    const { end } = pieces[tokens[separator]! - 1]!;
    return breaks === 0 && (start - end > 1 || text.charCodeAt(end) === 9);
  }

  private spacesBefore(token: number): number {
    return this.source.spaces[this.source.tokens[token]!]!;
  }

  private mostBreaksBefore(token: number): number {
    const { pieces, tokens } = this.source;
    let most = 0;
    for (let i = tokens[token]!; i > (tokens[token - 1] ?? -1); i--) most = Math.max(most, pieces[i]!.breaks);
    return most;
  }
}
