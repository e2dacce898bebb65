/** Where a new line begins: the column of a gap, from what is known of the frames around it. */
import type { Frame, Gap, Items } from './frames.ts';
import type { FormatOptions } from './options.ts';

/** No line begins further to the right: blanks would grow with the square of the nesting. */
const MOST = 1000;

/** Columns of `levels` steps from the line that a frame begins on. */
const step = (frame: Frame, levels: number, indent: number): number =>
  Math.min(MOST, frame.base + (levels + frame.shift) * indent);

export const itemColumn = (items: Items, indent: number): number => step(items.reference, items.level, indent);

/** What lines up with its first token does so up to this part of the width. */
const RIGHTMOST = 0.5;

/** The column of further lines of a bracket or an expression whose contents begin at `column`. */
export function alignment(frame: Frame, column: number, options: FormatOptions): number {
  return column > options.width * RIGHTMOST ? frame.base + frame.hang * options.indent : column;
}

/** The column of token `i`, if it begins a line. */
export function gapColumn(gap: Gap, i: number, indent: number): number {
  const { frame } = gap;
  switch (gap.kind) {
    case 'line':
    case 'choice':
    case 'hug':
    case 'head':
      return step(frame, gap.level, indent);
    case 'closer':
      return frame.base;
    default:
      if (frame.kind === 'expression') return frame.align;
      if (frame.kind === 'bracket' && frame.open !== i - 1) return frame.align;
      return Math.min(MOST, frame.base + (frame.hang + gap.level) * indent);
  }
}
