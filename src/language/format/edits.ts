/** Replacements in a text. Lists of them are in order and do not overlap. */
export interface FormatEdit {
  /** Offsets in UTF-16 units, `end` exclusive. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export function applyEdits(text: string, edits: readonly FormatEdit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const edit of edits) {
    parts.push(text.slice(at, edit.start), edit.text);
    at = edit.end;
  }
  parts.push(text.slice(at));
  return parts.join('');
}

/** The edit that makes `wanted` of `text[start..end)` and leaves alone what both begin and end with; none if they are equal. */
export function smallestEdit(text: string, start: number, end: number, wanted: string): FormatEdit | undefined {
  let from = 0;
  const most = Math.min(end - start, wanted.length);
  while (from < most && text.charCodeAt(start + from) === wanted.charCodeAt(from)) from++;
  let back = 0;
  while (back < most - from && text.charCodeAt(end - 1 - back) === wanted.charCodeAt(wanted.length - 1 - back)) back++;
  if (from === end - start && from === wanted.length) return undefined;
  return { start: start + from, end: end - back, text: wanted.slice(from, wanted.length - back) };
}
