/** Lines and columns of spans, for the line table. */
import type { Span } from '../../diagnostics/diagnostic.ts';
import type { CheckedUnit } from '../../language/types/model.ts';

export interface LineColumn {
  /** Both from 1. */
  readonly line: number;
  readonly column: number;
}

export type Locate = (span: Span) => LineColumn | undefined;

export function locator(units: readonly CheckedUnit[]): Locate {
  const starts = new Map<string, number[]>();
  const sources = new Map(units.map((u) => [u.entity.path, u.source]));
  return (span) => {
    let lines = starts.get(span.file);
    if (!lines) {
      const source = sources.get(span.file);
      if (source === undefined) return undefined;
      lines = lineStarts(source);
      starts.set(span.file, lines);
    }
    const line = lastAtMost(lines, span.start);
    return { line: line + 1, column: span.start - lines[line]! + 1 };
  };
}

function lineStarts(source: string): number[] {
  const starts = [0];
  for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function lastAtMost(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
