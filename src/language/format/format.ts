/**
 * The formatter: text in, edits out. Only blanks between tokens, comments and pragmas change, and the indentation inside comments and
 * pragmas of several lines.
 */

import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { parseUnit } from '../parser/parse.ts';
import { columnsOf } from './columns.ts';
import { shiftEdits, shiftOf } from './continuation.ts';
import { type FormatEdit, smallestEdit } from './edits.ts';
import { type Layout, layoutOf } from './layout.ts';
import type { FormatOptions } from './options.ts';
import { indentation, lineEndOf } from './pieces.ts';
import { type Source, sourceOf } from './source.ts';
import { alignTrailing } from './trailing.ts';

/** An offset range of a text, `end` exclusive. */
export interface FormatRange {
  readonly start: number;
  readonly end: number;
}

export function formatEdits(text: string, options: FormatOptions): FormatEdit[] {
  const source = sourceOf(text);
  if (source.pieces.length === 0) return [];
  const layout = layoutOf(source, columnsOf(source), options);
  alignTrailing(source, layout, options.indent);
  return editsOf(source, layout, options);
}

function editsOf(source: Source, layout: Layout, options: FormatOptions): FormatEdit[] {
  const { text, pieces, raw } = source;
  const lineEnd = lineEndOf(text);
  const edits: FormatEdit[] = [];
  const add = (edit: FormatEdit | undefined): void => {
    if (edit) edits.push(edit);
  };
  pieces.forEach((piece, p) => {
    if (raw[p] === 0) {
      const breaks = layout.breaks[p]!;
      const column = layout.columns[p]!;
      const wanted =
        breaks > 0 ? lineEnd.repeat(breaks) + indentation(column, options.indent, options.tabs) : ' '.repeat(column);
      add(smallestEdit(text, p > 0 ? pieces[p - 1]!.end : 0, piece.start, wanted));
    }
    if (piece.multiline) edits.push(...shiftEdits(source, p, shiftOf(source, p, layout.starts[p]!, options), options));
  });
  const { end } = pieces.at(-1)!;
  if (/^[ \t\r\n]*$/.test(text.slice(end))) add(smallestEdit(text, end, text.length, lineEnd));
  return edits;
}
