/**
 * Pragmas that say something about the declaration they stand before: where they are and which apply.
 */
import { commentEnd, nextTokenStart, pragmaEnd, quotedEnd, wordEnd } from '../parser/scan.ts';

export interface Pragma {
  readonly name: string;
  /** The text after the name, blanks trimmed. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Every pragma of a source text, in order. ASSERT is a statement and not among them. */
export function collectPragmas(source: string): Pragma[] {
  const found: Pragma[] = [];
  if (!source.includes('<*')) return found;
  let at = 0;
  while (at < source.length) {
    const end = skip(source, at);
    if (source.startsWith('<*', at)) {
      const pragma = pragmaAt(source, at, end);
      if (pragma) found.push(pragma);
    }
    at = end;
  }
  return found;
}

/** The end of what starts at `at`: a comment, pragma or quoted literal as a whole, else one character. */
function skip(source: string, at: number): number {
  const two = source.slice(at, at + 2);
  const end =
    two === '(*'
      ? commentEnd(source, at)
      : two === '<*'
        ? pragmaOrAssertEnd(source, at)
        : two[0] === '"' || two[0] === "'"
          ? quotedEnd(source, at)
          : at + 1;
  if (end > at) return end;
  return two === '(*' || two === '<*' ? source.length : at + 1;
}

const NAME = /^<\*\s*([A-Za-z][A-Za-z0-9_]*)/;

function pragmaOrAssertEnd(source: string, at: number): number {
  return /^<\*\s*ASSERT\b/.test(source.slice(at, at + 200)) ? at + 2 : pragmaEnd(source, at);
}

function pragmaAt(source: string, start: number, end: number): Pragma | undefined {
  const match = NAME.exec(source.slice(start, end));
  if (!match || match[1] === 'ASSERT') return undefined;
  return { name: match[1]!, text: source.slice(start + match[0].length, end - 2).trim(), start, end };
}

const SECTION = new Set(['CONST', 'TYPE', 'VAR', 'EXCEPTION', 'REVEAL']);

/** The pragmas directly before the declaration that starts at `offset`; the keyword that opens its section may stand between. */
export function pragmasBefore(source: string, pragmas: readonly Pragma[], offset: number): Pragma[] {
  let last = lastBefore(pragmas, offset);
  const found: Pragma[] = [];
  let target = offset;
  for (; last >= 0; last--) {
    const pragma = pragmas[last]!;
    if (!leadsTo(source, pragma.end, target)) break;
    found.unshift(pragma);
    target = pragma.start;
  }
  return found;
}

function leadsTo(source: string, from: number, to: number): boolean {
  const next = nextTokenStart(source, from);
  if (next === to || from === to) return true;
  if (next > to) return source.startsWith('<*', to);
  const end = wordEnd(source, next);
  return SECTION.has(source.slice(next, end)) && nextTokenStart(source, end) === to;
}

/** Index of the last pragma that ends at or before `offset`; -1 when there is none. */
function lastBefore(pragmas: readonly Pragma[], offset: number): number {
  let low = 0;
  let high = pragmas.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (pragmas[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
