/**
 * Diagnostics as people read them in a terminal:
 *
 *     path:line:col: error[M3001]: message
 *       12 | x := y
 *          |      ^
 */

import type { Diagnostic, Related } from './diagnostic.ts';
import { LineMap, sliceLine } from './lines.ts';

/** Source text of a file, or undefined when it cannot be had; asked once per file. */
export type SourceLookup = (file: string) => string | undefined;

export interface TextOptions {
  readonly color: boolean;
}

const COLORS = {
  error: '\x1b[1;31m',
  warning: '\x1b[1;33m',
  information: '\x1b[1;34m',
  hint: '\x1b[1;36m',
  dim: '\x1b[2m',
  bold: '\x1b[1m',
  off: '\x1b[0m',
};

/** Renders diagnostics in the given order; ends with a newline unless there are none. */
export function renderText(diagnostics: readonly Diagnostic[], source: SourceLookup, options: TextOptions): string {
  const maps = new Map<string, LineMap | undefined>();
  const mapOf = (file: string): LineMap | undefined => {
    if (!maps.has(file)) {
      const text = source(file);
      maps.set(file, text === undefined ? undefined : new LineMap(text));
    }
    return maps.get(file);
  };
  const paint = (color: keyof typeof COLORS, text: string): string =>
    options.color ? COLORS[color] + text + COLORS.off : text;
  const place = (d: Diagnostic | Related): string => {
    const at = mapOf(d.span.file)?.position(d.span.start);
    return at ? `${d.span.file}:${at.line}:${at.column}` : d.span.file;
  };
  const excerpt = (d: Diagnostic | Related, color: keyof typeof COLORS): string => {
    const map = mapOf(d.span.file);
    if (!map) return '';
    const at = map.position(d.span.start);
    const shown = sliceLine(map.lineText(at.line), at.column - 1, d.span.end - d.span.start);
    const gutter = String(at.line).padStart(5);
    return `${paint('dim', `${gutter} |`)} ${shown.text}\n${paint('dim', `${' '.repeat(5)} |`)} ${' '.repeat(shown.start)}${paint(color, '^'.repeat(shown.length))}\n`;
  };
  let out = '';
  for (const d of diagnostics) {
    out += `${paint('bold', `${place(d)}:`)} ${paint(d.severity, `${d.severity}[${d.code}]:`)} ${paint('bold', d.message)}\n${excerpt(d, d.severity)}`;
    for (const r of d.related ?? []) out += `${place(r)}: note: ${r.message}\n${excerpt(r, 'dim')}`;
    if (d.hint) out += `${' '.repeat(5)} = help: ${d.hint}\n`;
  }
  return out;
}
