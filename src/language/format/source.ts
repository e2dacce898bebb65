/** A text with everything about it that does not depend on where things will stand. */
import type { Frame, GapKind, Structure } from './frames.ts';
import { lineStart, type Piece, piecesOf } from './pieces.ts';
import { spaceBeforeHidden, spaceBehindHidden, spaceBetween } from './spacing.ts';
import { structureOf } from './structure.ts';
import { endsOperand } from './words.ts';

/** Gaps whose line ends go, if nothing else in the group has one that stays. */
const MOVABLE: ReadonlySet<GapKind> = new Set<GapKind>(['join', 'head', 'closer']);

/** Values of `Source.raw`. */
export const RAW = {
  free: 0,
  /** Nothing: the piece stays where it is. */
  fixed: 1,
  /** The line ends stay, the blanks behind them may change. */
  lines: 2,
} as const;

export interface Source {
  readonly text: string;
  readonly pieces: readonly Piece[];
  /** Indices in `pieces` of what is neither comment nor pragma. */
  readonly tokens: Int32Array;
  readonly structure: Structure;
  /** The first of the frames that open at each token, as an index in `structure.frames`. */
  readonly firstFrame: Int32Array;
  /** Blanks before each piece when it stands on the line of the piece before. */
  readonly spaces: Uint8Array;
  /** What may be done with the blanks before each piece. */
  readonly raw: Uint8Array;
  /** Columns from the beginning of the text to the end of each token, if all were one line. */
  readonly flat: Float64Array;
  /** Up to each token: how often something stood before it, or is it, that cannot stand within a line. */
  readonly rough: Int32Array;
}

export function sourceOf(text: string): Source {
  const pieces = piecesOf(text);
  const tokens = Int32Array.from(pieces.flatMap((piece, i) => (piece.hidden ? [] : [i])));
  const structure = structureOf(Array.from(tokens, (i) => pieces[i]!));
  const spaces = spacesOf(text, pieces, tokens);
  const raw = Uint8Array.from(pieces, (piece) => (piece.odd ? RAW.fixed : RAW.free));
  const flat = new Float64Array(tokens.length);
  const rough = new Int32Array(tokens.length);
  let [at, width, count] = [0, 0, 0];
  tokens.forEach((last, i) => {
    const gap = structure.gaps[i]!;
    const hidden = at < last;
    for (; at <= last; at++) {
      const piece = pieces[at]!;
      width += spaces[at]! + piece.firstWidth;
      if (gap.kind === 'raw') raw[at] = RAW.fixed;
      const stays = hidden || piece.odd || !MOVABLE.has(gap.kind);
      if (at > 0 && ((piece.breaks > 0 && stays) || piece.odd)) count++;
      if (piece.multiline) count++;
    }
    flat[i] = width;
    rough[i] = count;
  });
  return {
    text,
    pieces,
    tokens,
    structure,
    raw,
    firstFrame: firstFrames(structure.frames, tokens.length),
    spaces,
    flat,
    rough,
  };
}

/** Offsets in UTF-16 units, `end` exclusive. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** Fixes whatever is not inside one of the parts of the text, which are in order. */
export function fixOutside(source: Source, parts: readonly TextRange[]): void {
  const { text, pieces, raw } = source;
  let at = 0;
  pieces.forEach(({ start, end, breaks }, p) => {
    while (at < parts.length && parts[at]!.end < end) at++;
    const from = parts[at]?.start ?? text.length + 1;
    if (from <= (pieces[p - 1]?.end ?? 0) || raw[p]! > 0) return;
    raw[p] = breaks > 0 && from <= lineStart(text, start) ? RAW.lines : RAW.fixed;
  });
}

export const keyOf = (source: Source, token: number): string => source.pieces[source.tokens[token] ?? -1]?.key ?? '';

function firstFrames(frames: readonly Frame[], count: number): Int32Array {
  const first = new Int32Array(count + 1);
  let at = 0;
  for (let i = 0; i <= count; i++) {
    while (at < frames.length && frames[at]!.open < i) at++;
    first[i] = at;
  }
  return first;
}

function spacesOf(text: string, pieces: readonly Piece[], tokens: Int32Array): Uint8Array {
  const spaces = new Uint8Array(pieces.length);
  let wideAssert = false;
  let [beforeLast, last] = ['', ''];
  let at = 0;
  for (const token of tokens) {
    const { key, start } = pieces[token]!;
    const hidden = at < token;
    if (hidden) spaces[at] = at > 0 && spaceBeforeHidden(last) ? 1 : 0;
    for (let i = at + 1; i < token; i++) spaces[i] = 1;
    const isUnary = (last === '+' || last === '-') && !endsOperand(beforeLast);
    const space = hidden ? spaceBehindHidden(key) : spaceBetween(last, key, isUnary);
    spaces[token] = token > 0 && (key === '*>' ? wideAssert : space) ? 1 : 0;
    if (key === '<*ASSERT') wideAssert = text[start + 2] !== 'A';
    at = token + 1;
    [beforeLast, last] = [last, key];
  }
  for (let i = at; i < pieces.length; i++) spaces[i] = i > 0 ? 1 : 0;
  return spaces;
}
