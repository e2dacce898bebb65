/** Comments at the ends of lines: those of neighbouring lines begin at one column. */
import type { Layout } from './layout.ts';
import { columnAt } from './pieces.ts';
import type { Source } from './source.ts';
import { endsOperand } from './words.ts';

/** Blanks before such a comment: as many as the author has, within these bounds. */
const LEAST = 2;
const MOST = 4;

interface Trailing {
  readonly piece: number;
  readonly line: number;
  /** The column that its line begins with. */
  readonly indent: number;
  /** Blanks that the author has before it. */
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
    const found = { piece: p, line, indent, gap: columnAt(source.text, start, tab) - columnAt(source.text, end, tab) };
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
  if (!piece.isComment || piece.odd || !before || before.hidden || layout.breaks[p]! > 0) return false;
  if (p + 1 < source.pieces.length && layout.breaks[p + 1] === 0) return false;
  return before.key === ';' || before.key === ',' || before.key === '*>' || endsOperand(before.key);
}

function place(run: readonly Trailing[], layout: Layout): void {
  if (run.length === 0) return;
  const gap = Math.min(MOST, Math.max(LEAST, Math.min(...run.map((t) => t.gap))));
  const column = Math.max(...run.map((t) => layout.ends[t.piece - 1]!)) + gap;
  for (const { piece } of run) {
    layout.columns[piece] = column - layout.ends[piece - 1]!;
    layout.starts[piece] = column;
  }
}
