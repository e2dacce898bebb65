/**
 * Where every token, comment and pragma goes. One pass from left to right that knows the column it is at.
 *
 * What keeps formatting a second time from changing anything: line ends of the author are kept or dropped by their place among the
 * tokens alone; a group stays on one line only if the author has it there and it fits; and a line that is too long is broken at
 * places where a line end of the author would be kept, until each part fits or has no such place.
 */
import type { Columns } from './columns.ts';
import { shiftOf } from './continuation.ts';
import type { Frame, Gap } from './frames.ts';
import type { FormatOptions } from './options.ts';
import { columnAt, lineStart } from './pieces.ts';
import { alignment, gapColumn, itemColumn } from './place.ts';
import { keyOf, RAW, type Source } from './source.ts';

/** For each piece. */
export interface Layout {
  /** Line ends before it: 0, 1 or 2. */
  readonly breaks: Uint8Array;
  /** Behind a line end the column that it begins at, else the blanks before it. */
  readonly columns: Int32Array;
  /** The columns of its beginning and behind its end. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

interface Candidate {
  readonly token: number;
  readonly cost: number;
}

export function layoutOf(source: Source, columns: Columns, options: FormatOptions): Layout {
  return new Run(source, columns, options).run();
}

class Run implements Layout {
  readonly breaks: Uint8Array;
  readonly columns: Int32Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  private readonly source: Source;
  private readonly pads: Columns;
  private readonly options: FormatOptions;
  /** The column behind what was placed last, the column that its line begins with, and the number of the line. */
  private at = 0;
  private indent = 0;
  private line = 0;
  /** The last token of the outermost group that stands on one line; no line ends up to there. */
  private flatUntil = -1;
  /** The last token of the head of something in columns. */
  private solidUntil = -1;
  /** The best place to break the current line. */
  private best: Candidate | undefined;
  /** The line is too long already: break it where that is possible first. */
  private tooLong = false;

  constructor(source: Source, pads: Columns, options: FormatOptions) {
    this.source = source;
    this.pads = pads;
    this.options = options;
    this.breaks = new Uint8Array(source.pieces.length);
    this.columns = new Int32Array(source.pieces.length);
    this.starts = new Int32Array(source.pieces.length);
    this.ends = new Int32Array(source.pieces.length);
  }

  run(): Layout {
    const { tokens, pieces } = this.source;
    let forced = -1;
    for (let i = 0; i < tokens.length; i++) {
      this.token(i, i === forced);
      if (this.at <= this.options.width || i <= this.flatUntil || this.tooLong) continue;
      if (this.best) {
        forced = this.best.token;
        this.flatUntil = -1;
        this.solidUntil = -1;
        i = forced - 1;
        this.at = this.ends[tokens[i]!]!;
        this.best = undefined;
      } else this.tooLong = true;
    }
    const last = tokens.at(-1) ?? -1;
    for (let p = last + 1; p < pieces.length; p++) {
      const { breaks } = pieces[p]!;
      if (breaks > 0 && p > 0) this.newLine(p, Math.min(breaks, 2), 0);
      else this.inLine(p, this.source.spaces[p]!);
    }
    return this;
  }

  // ---------------------------------------------------------------- one gap and its token

  private token(i: number, forced: boolean): void {
    const { tokens, pieces, structure, raw } = this.source;
    const gap = structure.gaps[i]!;
    const last = tokens[i]!;
    const first = i === 0 ? 0 : tokens[i - 1]! + 1;
    let authored = false;
    for (let p = first; p <= last; p++) authored ||= pieces[p]!.breaks > 0 && p > 0;
    const breaks = forced || this.wantsBreak(gap, i, authored) || this.isCandidate(gap, i, authored);
    const opened = this.bracketBehind(i - 1);
    const column = gapColumn(gap, i, this.options.indent);
    // The only line end is wanted by us: what stands between goes with what follows, unless that is an end.
    const ours = breaks && !authored ? (gap.closesList ? last : first) : -1;
    for (let p = first; p <= last; p++) {
      const piece = pieces[p]!;
      const kept = piece.breaks > 0 && p > 0 && (breaks || first < last);
      if (raw[p] === RAW.fixed) this.asItIs(p);
      else if (raw[p] === RAW.lines) this.newLine(p, Math.min(piece.breaks, 2), this.columnOf(gap, p, last, column));
      else if (p === ours || kept)
        this.newLine(p, this.lineEnds(gap, p, first, last), this.columnOf(gap, p, last, column));
      else this.inLine(p, this.source.spaces[p]! + (p === last ? this.padOf(i) : 0));
      if (opened && p === first) this.openContents(opened, p);
    }
    this.openFrames(i, this.breaks[last]! > 0 || i === 0);
  }

  private wantsBreak(gap: Gap, i: number, authored: boolean): boolean {
    if (i === 0 || i <= this.flatUntil) return false;
    switch (gap.kind) {
      case 'line':
        return gap.owner!.broken;
      case 'choice':
        return authored && gap.owner!.broken;
      case 'hug':
        return gap.owner!.broken && (authored || this.line > gap.frame.line);
      case 'soft':
        return authored;
      case 'head':
        return authored && this.line > gap.frame.line;
      case 'closer':
        return authored && gap.frame.hung;
      default:
        return false;
    }
  }

  /** Remembers the gap as a place to break the line, or says that it must be done here. */
  private isCandidate(gap: Gap, i: number, authored: boolean): boolean {
    if (gap.kind !== 'soft' || authored || i <= this.flatUntil || i <= this.solidUntil) return false;
    if (!Number.isFinite(gap.cost)) return false;
    const here = this.at + this.source.spaces[this.source.tokens[i - 1]! + 1]!;
    if (gapColumn(gap, i, this.options.indent) >= here) return false;
    if (this.tooLong) return true;
    if (!this.best || gap.cost <= this.best.cost) this.best = { token: i, cost: gap.cost };
    return false;
  }

  private lineEnds(gap: Gap, p: number, first: number, last: number): number {
    if (gap.kind !== 'line' && gap.kind !== 'choice' && gap.kind !== 'hug') return 1;
    if (gap.opensList && p === first) return 1;
    if (gap.closesList && p === last) return 1;
    return this.source.pieces[p]!.breaks > 1 ? 2 : 1;
  }

  /** A comment before the end of a list, or before what ends one, belongs to the list if the author has it further to the right. */
  private columnOf(gap: Gap, p: number, last: number, column: number): number {
    if (p === last || !gap.inner) return column;
    const { pieces, text } = this.source;
    const { indent } = this.options;
    let next = last;
    while (next > p && pieces[next]!.breaks === 0) next--;
    if (next === p) return column;
    const further = columnAt(text, pieces[p]!.start, indent) > columnAt(text, pieces[next]!.start, indent);
    return further ? Math.max(column, itemColumn(gap.inner, indent)) : column;
  }

  private padOf(i: number): number {
    const pad = this.pads.pads[i]!;
    if (pad === 0) return 0;
    const item = this.pads.items.get(i);
    return item === undefined || item.startsLine ? pad : 0;
  }

  // ---------------------------------------------------------------- frames

  private bracketBehind(token: number): Frame | undefined {
    if (token < 0) return undefined;
    const { structure, firstFrame } = this.source;
    const frame = structure.frames[firstFrame[token + 1]! - 1];
    return frame?.kind === 'bracket' && frame.open === token ? frame : undefined;
  }

  private openContents(bracket: Frame, p: number): void {
    bracket.hung = this.breaks[p]! > 0;
    bracket.align = alignment(bracket, this.starts[p]!, this.options);
  }

  private openFrames(i: number, startsLine: boolean): void {
    const { structure, firstFrame, tokens } = this.source;
    const start = this.starts[tokens[i]!]!;
    if (this.pads.solid[i]! > 0) this.solidUntil = this.pads.solid[i]!;
    for (let f = firstFrame[i]!; structure.frames[f]?.open === i; f++) {
      const frame = structure.frames[f]!;
      frame.base = frame.before?.broken ? frame.before.base : this.indent;
      frame.line = this.line;
      frame.startsLine = startsLine;
      if (frame.kind === 'expression') frame.align = alignment(frame, start, this.options);
      if (frame.group) this.decide(frame, start);
    }
  }

  /** On one line, or broken. */
  private decide(frame: Frame, start: number): void {
    if (frame.open <= this.flatUntil) frame.broken = false;
    else if (frame.follows) frame.broken = frame.follows.branchesBroken;
    else frame.broken = !this.fits(frame, start);
    frame.branchesBroken = frame.broken;
    if (frame.broken && frame.clauses) {
      const { clauses, base } = frame;
      frame.branchesBroken = clauses.length === 1 || clauses.some((clause) => !this.fits(clause, base));
    }
    if (!frame.broken) this.flatUntil = Math.max(this.flatUntil, frame.close);
  }

  private fits(frame: Frame, start: number): boolean {
    const { flat, rough, tokens, pieces } = this.source;
    const { open, close, separators } = frame;
    if (rough[close]! > rough[open]!) return false;
    const width = flat[close]! - flat[open]! + pieces[tokens[open]!]!.lastWidth;
    const pad = frame.kind === 'arm' && separators.length > 0 ? this.padOf(separators[0]!) : 0;
    const next = keyOf(this.source, close + 1);
    const behind = next === ';' || next === ',' || next === ')' ? 1 : 0;
    return start + width + pad + behind <= this.options.width;
  }

  // ---------------------------------------------------------------- pieces

  private newLine(p: number, breaks: number, column: number): void {
    this.breaks[p] = breaks;
    this.columns[p] = column;
    this.indent = column;
    this.line++;
    this.best = undefined;
    this.tooLong = false;
    this.advance(p, column);
  }

  private inLine(p: number, spaces: number): void {
    this.breaks[p] = 0;
    this.columns[p] = spaces;
    this.advance(p, this.at + spaces);
  }

  private asItIs(p: number): void {
    const { text, pieces } = this.source;
    const { start } = pieces[p]!;
    const end = p > 0 ? pieces[p - 1]!.end : 0;
    if (lineStart(text, start) > end) this.newLine(p, 1, columnAt(text, start, this.options.indent));
    else this.inLine(p, start - end);
  }

  private advance(p: number, column: number): void {
    const { text, pieces } = this.source;
    const piece = pieces[p]!;
    this.at = piece.multiline
      ? columnAt(text, piece.end, this.options.indent) + shiftOf(this.source, p, column, this.options)
      : column + piece.lastWidth;
    this.starts[p] = column;
    this.ends[p] = this.at;
  }
}
