/**
 * Columns of declarations, fields, formals, bindings, assignments and arms. The author asks for them with more than one blank before a
 * `:`, `=`, `:=` or `=>`, or behind a `:`; then all neighbours line up. Nobody gets columns who does not ask.
 */
import type { Frame, Items, Row } from './frames.ts';
import { keyOf, type Source } from './source.ts';

export interface Columns {
  /** Blanks to be added before each token. */
  readonly pads: Int32Array;
  /** For each token that begins a row with pads: the last token that has one; up to there no line is broken. 0 for the others. */
  readonly solid: Int32Array;
  /** For each token with a pad: the item that must begin a line. None for formals and bindings. */
  readonly items: ReadonlyMap<number, Frame>;
}

/** What is wider is no name, or no type, in a list. */
const WIDEST = 40;

export function columnsOf(source: Source): Columns {
  const run = new Aligner(source);
  for (const list of source.structure.lists) run.list(list);
  for (const frame of source.structure.frames) if (frame.rows) run.rows(frame.rows, frame.close);
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
      for (const [row, token] of this.align(run)) this.items.set(token, row);
      run = [];
    };
    for (const item of list.children) {
      if (run.length > 0 && this.mostBreaksBefore(item.open) > 1) end();
      if (this.hasName(item)) run.push(item);
      else end();
    }
    end();
  }

  /** Formals and bindings have columns if each row begins a line. */
  rows(all: readonly Row[], close: number): void {
    const rows = all.filter(({ open }) => open < close);
    if (rows.every((row, i) => this.hasName(row) && (i === 0 || this.mostBreaksBefore(row.open) > 0))) this.align(rows);
  }

  /** Gives the tokens that got pads. */
  private align<R extends Row>(rows: readonly R[]): [R, number][] {
    const first = this.lineUp(rows.map((row) => [row, row.separators[0]!]));
    const typed = rows.filter(({ separators: [a] }) => keyOf(this.source, a!) === ':' && this.isPlain(a!, a! + 1));
    const types = first.length > 0 ? [] : this.lineUp(typed.map((row) => [row, row.separators[0]! + 1]));
    const valued = rows.filter(({ separators: [a, b] }) => b !== undefined && this.isPlain(a!, b));
    const values = this.lineUp(valued.map((row) => [row, row.separators[1]!]));
    return [...first, ...types, ...values];
  }

  private lineUp<R extends Row>(stops: readonly [R, number][]): readonly [R, number][] {
    if (stops.length < 2 || !stops.some(([, token]) => this.isAskedFor(token))) return [];
    const widths = stops.map(([row, token]) => this.widthBefore(row, token));
    const widest = widths.reduce((most, width) => Math.max(most, width), 0);
    if (widths.every((width) => width === widest)) return [];
    stops.forEach(([row, token], i) => {
      this.pads[token] = widest + 1 - widths[i]! - this.spacesBefore(token);
      this.solid[row.open] = Math.max(token, this.solid[row.open]!);
    });
    return stops;
  }

  /** Columns from the beginning of a row up to a token, with the pads so far. */
  private widthBefore({ open, separators: [first = 0] }: Row, token: number): number {
    const { flat, pieces, tokens } = this.source;
    const pads = token > first ? this.pads[first]! + (token > first + 1 ? this.pads[first + 1]! : 0) : 0;
    return flat[token - 1]! - flat[open]! + pieces[tokens[open]!]!.lastWidth + pads;
  }

  /** There is a separator, what is before it is short, and nothing stands before the row on its line. */
  private hasName({ open, separators: [first] }: Row): boolean {
    const { pieces, tokens, structure } = this.source;
    if (first === undefined || first <= open || !this.isPlain(open, first)) return false;
    const { kind } = structure.gaps[open]!;
    const followsSomething = kind === 'choice' || pieces[tokens[open]! - 1]?.hidden === true;
    return !followsSomething || pieces[tokens[open]!]!.breaks > 0;
  }

  /** Short, without comments, and without line ends that stay. */
  private isPlain(from: number, to: number): boolean {
    const { flat, pieces, tokens, structure } = this.source;
    if (to >= tokens.length || flat[to]! - flat[from]! > WIDEST) return false;
    for (let i = from + 1; i <= to; i++) {
      const { breaks, odd } = pieces[tokens[i]!]!;
      const { kind } = structure.gaps[i]!;
      if (tokens[i]! - tokens[i - 1]! > 1 || odd || !(kind === 'join' || kind === 'closer' || kind === 'soft'))
        return false;
      if (kind === 'soft' && breaks > 0) return false;
    }
    return true;
  }

  private isAskedFor(token: number): boolean {
    const { pieces, tokens, text } = this.source;
    const { start, breaks } = pieces[tokens[token]!]!;
    const { end, hidden } = pieces[tokens[token]! - 1]!;
    return breaks === 0 && !hidden && (start - end > 1 || text.charCodeAt(end) === 9);
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
