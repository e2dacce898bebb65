/**
 * Indentation while typing. The text is hardly ever right then, and what stands around may be indented in any way: a line is placed
 * relative to the lines before it as they are.
 */
import { type FormatEdit, smallestEdit } from './edits.ts';
import type { Frame } from './frames.ts';
import type { FormatOptions } from './options.ts';
import { columnAt, indentation, lineIndentAt, lineStart } from './pieces.ts';
import { alignment, gapColumn } from './place.ts';
import { type Source, sourceOf } from './source.ts';

/** Words that stand further left than the line before them. */
const OUTWARDS =
  /^(?:END|ELSE|ELSIF|UNTIL|EXCEPT|FINALLY|BEGIN|METHODS|OVERRIDES|CONST|TYPE|VAR|EXCEPTION|REVEAL|PROCEDURE|\||\)|\]|\})/;
/** The characters after which `typingEdits` wants to be asked: line end, `;`, `|`, and the last letters of such words. */
export const TYPING_TRIGGERS: readonly string[] = ['\n', ';', '|', 'D', 'E', 'F', 'L', 'T', 'Y', 'N', 'S', 'R'];

/** `typed` was typed before `offset`. */
export function typingEdits(text: string, offset: number, typed: string, options: FormatOptions): FormatEdit[] {
  const start = lineStart(text, offset);
  if (typed === '\n' || typed === '\r' || typed === '\r\n') {
    const before = lineStart(text, Math.max(0, start - (text.slice(start - 2, start) === '\r\n' ? 2 : 1)));
    const isOutwards = start > 0 && OUTWARDS.test(text.slice(before, start).trimStart());
    const edits = isOutwards ? indentLine(text, before, options) : [];
    const [moved] = edits;
    if (!moved) return indentLine(text, start, options);
    // What is below is indented like what was moved.
    const shift = moved.text.length - (moved.end - moved.start);
    const after = text.slice(0, moved.start) + moved.text + text.slice(moved.end);
    return [
      moved,
      ...indentLine(after, start + shift, options).map((edit) => ({
        ...edit,
        start: edit.start - shift,
        end: edit.end - shift,
      })),
    ];
  }
  const line = text.slice(start, offset).trimStart();
  if (typed === ';') return indentLine(text, start, options);
  return OUTWARDS.exec(line)?.[0] === line ? indentLine(text, start, options) : [];
}

/** The line that begins at `start`; nothing if it begins inside a comment or behind the unit. */
export function indentLine(text: string, start: number, options: FormatOptions): FormatEdit[] {
  let first = start;
  while (text.charCodeAt(first) === 0x20 || text.charCodeAt(first) === 9) first++;
  const rest = /^[^\r\n]*/.exec(text.slice(first))![0];
  // Comments and empty lines stand where the next statement, declaration or operand would.
  const line =
    rest === '' || rest.startsWith('(*') || (rest.startsWith('<*') && !/^<\*\s*ASSERT/.test(rest)) ? 'x' : rest;
  const source = sourceOf(text.slice(0, first) + line);
  const token = source.tokens.findIndex((p) => source.pieces[p]!.end > first);
  if (token < 0 || source.pieces.some((piece) => piece.start < start && piece.end > start)) return [];
  const gap = source.structure.gaps[token]!;
  if (source.pieces[source.tokens[token]!]!.start !== first || gap.kind === 'raw' || token === 0) return [];
  settle(source, gap.frame, options);
  const wanted = indentation(gapColumn(gap, token, options.indent), options.indent, options.tabs);
  const edit = smallestEdit(text, start, first, wanted);
  return edit ? [edit] : [];
}

/** Finds out where a frame stands in the text as it is. */
function settle(source: Source, frame: Frame, options: FormatOptions): void {
  const { text, pieces, tokens } = source;
  const startOf = (token: number): number => pieces[tokens[token]!]?.start ?? text.length;
  const start = startOf(frame.open);
  if (frame.before) settle(source, frame.before, options);
  frame.base = frame.before ? frame.before.base : lineIndentAt(text, start, options.indent);
  if (frame.kind === 'bracket') {
    const contents = startOf(frame.open + 1);
    frame.align = alignment(frame, columnAt(text, contents, options.indent), options);
  } else if (frame.kind === 'expression')
    frame.align = alignment(frame, columnAt(text, start, options.indent), options);
}
