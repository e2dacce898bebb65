/** Comments and pragmas of several lines: the further lines move with the first one, as far as there are blanks to move. */
import { type FormatEdit, smallestEdit } from './edits.ts';
import type { FormatOptions } from './options.ts';
import { columnAt, indentation } from './pieces.ts';
import { RAW, type Source } from './source.ts';

/** By how many columns the further lines of a piece move if it begins at `column`. */
export function shiftOf(source: Source, p: number, column: number, options: FormatOptions): number {
  const piece = source.pieces[p]!;
  if (!piece.hidden || source.raw[p] === RAW.fixed) return 0;
  const shift = column - columnAt(source.text, piece.start, options.indent);
  if (shift >= 0) return shift;
  const columns = lines(source, p).map(({ end }) => columnAt(source.text, end, options.indent));
  return columns.reduce((most, column) => Math.max(most, -column), shift);
}

/** Without tabs there are none in further lines either: they would not fit the first line. */
export function shiftEdits(source: Source, p: number, shift: number, options: FormatOptions): FormatEdit[] {
  return lines(source, p).flatMap(({ start, end }) => {
    if (shift === 0 && (options.tabs || !source.text.slice(start, end).includes('\t'))) return [];
    const column = columnAt(source.text, end, options.indent) + shift;
    const edit = smallestEdit(source.text, start, end, indentation(column, options.indent, options.tabs));
    return edit ? [edit] : [];
  });
}

/** The blanks that begin the further lines of a piece; not those of lines with nothing else. */
function lines(source: Source, p: number): { start: number; end: number }[] {
  const { text } = source;
  const piece = source.pieces[p]!;
  const found: { start: number; end: number }[] = [];
  for (const match of text.slice(piece.start, piece.end).matchAll(/(?<=\r\n|\r(?!\n)|\n)([ \t]*)(?=[^ \t\r\n])/g)) {
    const start = piece.start + match.index;
    found.push({ start, end: start + match[0].length });
  }
  return found;
}
