/**
 * Comments at the ends of lines. Those of neighbouring lines begin at one column, unless the author has them all at the same distance
 * from the code.
 */
import type { Layout } from './layout.ts';
import { columnAt } from './pieces.ts';
import { RAW, type Source } from './source.ts';
import { endsOperand } from './words.ts';

/** Blanks before such a comment: at least, and where a common column must be found, at most. */
const LEAST = 2;
const MOST = 4;

interface Trailing {
  readonly piece: number;
  readonly line: number;
  /** The column that its line begins with. */
  readonly indent: number;
  /** Where the author has it: the column, and the blanks before it. */
  readonly column: number;
  readonly gap: number;
}

/** Changes the columns of comments in `layout`. */
export function alignTrailing(source: Source, layout: Layout, tab: number): void {
  const { pieces } = source;
  let run: Trailing[] = [];
  let [line, indent] = [0, 0];
  for (let p = 0; p < pieces.length; p++) {
    if (layout.breaks[p]! > 0 || p === 0) {
      line += layout.breaks[p]!;
      indent = layout.starts[p]!;
    }
    if (!isTrailing(source, layout, p)) continue;
    const { start } = pieces[p]!;
    const { end } = pieces[p - 1]!;
    const column = columnAt(source.text, start, tab);
    const found = { piece: p, line, indent, column, gap: column - columnAt(source.text, end, tab) };
    const last = run.at(-1);
    if (last && (last.line !== line - 1 || last.indent !== indent)) {
      place(run, layout);
      run = [];
    }
    if (pieces[p]!.multiline) place([found], layout);
    else run.push(found);
  }
  place(run, layout);
}

function isTrailing(source: Source, layout: Layout, p: number): boolean {
  const piece = source.pieces[p]!;
  const before = source.pieces[p - 1];
  if (!piece.isComment || source.raw[p] === RAW.fixed || !before || before.isComment || layout.breaks[p]! > 0)
    return false;
  if (p + 1 < source.pieces.length && layout.breaks[p + 1] === 0) return false;
  return before.hidden || before.key === ';' || before.key === ',' || before.key === '*>' || endsOperand(before.key);
}

function place(run: readonly Trailing[], layout: Layout): void {
  if (run.length === 0) return;
  const { column, gap } = run[0]!;
  const sameColumn = run.every((t) => t.column === column);
  const sameGap = run.every((t) => t.gap === gap);
  const smallest = run.reduce((least, t) => Math.min(least, t.gap), gap);
  const space = Math.max(LEAST, sameColumn ? smallest : Math.min(MOST, smallest));
  const code = run.reduce((most, t) => Math.max(most, layout.ends[t.piece - 1]!), 0);
  for (const { piece } of run) {
    const end = layout.ends[piece - 1]!;
    layout.columns[piece] = sameGap ? Math.max(LEAST, gap) : code + space - end;
    layout.starts[piece] = end + layout.columns[piece]!;
  }
}
