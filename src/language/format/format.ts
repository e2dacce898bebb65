/**
 * The formatter: text in, edits out. Only blanks between tokens, comments and pragmas change, and the indentation inside comments and
 * pragmas of several lines. Formatting what was formatted gives no edits.
 */
import { columnsOf } from './columns.ts';
import { shiftEdits, shiftOf } from './continuation.ts';
import { type FormatEdit, smallestEdit } from './edits.ts';
import { type Layout, layoutOf } from './layout.ts';
import type { FormatOptions } from './options.ts';
import { indentation, lineEndOf, lineStart } from './pieces.ts';
import { fixOutside, RAW, type Source, sourceOf, type TextRange } from './source.ts';
import { alignTrailing } from './trailing.ts';

/**
 * `problems`: where the text has syntax errors, in order. Imports and declarations with errors in them stay as they are.
 */
export function formatText(text: string, problems: readonly TextRange[], options: FormatOptions): FormatEdit[] {
  return formatRange(text, { start: 0, end: text.length }, problems, options);
}

/** Changes nothing but the lines that the range touches; they are placed relative to what is around them. */
export function formatRange(
  text: string,
  range: TextRange,
  problems: readonly TextRange[],
  options: FormatOptions,
): FormatEdit[] {
  const source = sourceOf(text);
  if (source.pieces.length === 0) return [];
  const end = text.slice(range.end).search(/[\r\n]|$/) + range.end;
  const lines = { start: lineStart(text, range.start), end };
  const parts = problems.length === 0 ? [{ start: 0, end: text.length }] : rightParts(source, problems);
  const free = parts.flatMap((part) => {
    const both = { start: Math.max(part.start, lines.start), end: Math.min(part.end, lines.end) };
    return both.start <= both.end ? [both] : [];
  });
  fixOutside(source, free);
  const layout = layoutOf(source, columnsOf(source), options);
  alignTrailing(source, layout, options.indent);
  return editsOf(source, layout, options, free.at(-1)?.end === text.length);
}

/** `toTheEnd`: whether what follows the last piece may change. */
function editsOf(source: Source, layout: Layout, options: FormatOptions, toTheEnd: boolean): FormatEdit[] {
  const { text, pieces, raw } = source;
  const { indent, tabs } = options;
  const newLine = lineEndOf(text);
  const edits: FormatEdit[] = [];
  const put = (start: number, end: number, wanted: string): void => {
    const edit = smallestEdit(text, start, end, wanted);
    if (edit) edits.push(edit);
  };
  pieces.forEach((piece, p) => {
    if (raw[p] !== RAW.fixed) {
      const breaks = layout.breaks[p]!;
      const column = layout.columns[p]!;
      const blanks = breaks > 0 ? newLine.repeat(breaks) + indentation(column, indent, tabs) : ' '.repeat(column);
      if (raw[p] === RAW.free) put(pieces[p - 1]?.end ?? 0, piece.start, blanks);
      else put(lineStart(text, piece.start), piece.start, indentation(column, indent, tabs));
    }
    if (piece.multiline && piece.hidden && raw[p] !== RAW.fixed)
      edits.push(...shiftEdits(source, p, shiftOf(source, p, layout.starts[p]!, options), options));
  });
  const { end } = pieces.at(-1)!;
  if (toTheEnd && /^[ \t\r\n]*$/.test(text.slice(end))) put(end, text.length, newLine);
  return edits;
}

/** From the end of an item of the unit without errors to the end of the next, as long as there is no error. */
function rightParts(source: Source, problems: readonly TextRange[]): TextRange[] {
  const { pieces, tokens, structure, text } = source;
  const items = structure.lists[0]!.children;
  const parts: TextRange[] = [];
  let next = 0;
  let [start, clean] = [0, true];
  const part = (first: number, end: number): void => {
    while (next < problems.length && problems[next]!.end < first) next++;
    const hit = next < problems.length && problems[next]!.start <= end;
    if (!hit) parts.push({ start: clean ? start : first, end });
    [start, clean] = [end, !hit];
  };
  for (const { open, close } of items) part(pieces[tokens[open]!]!.start, pieces[tokens[close]!]!.end);
  part(start, text.length);
  return parts;
}
