/**
 * Diagnostics as JSON lines, one object each, `reason: "diagnostic"`, for tools.
 */
import type { Diagnostic } from './diagnostic.ts';
import { LineMap } from './lines.ts';
import type { SourceLookup } from './text.ts';

export function renderJson(diagnostics: readonly Diagnostic[], source: SourceLookup): string {
  const maps = new Map<string, LineMap>();
  const range = (file: string, start: number, end: number) => {
    let map = maps.get(file);
    if (!map) maps.set(file, (map = new LineMap(source(file) ?? '')));
    const from = map.position(start);
    const to = map.position(end);
    return { file, line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
  };
  return diagnostics
    .map((d) =>
      JSON.stringify({
        reason: 'diagnostic',
        code: d.code,
        severity: d.severity,
        message: d.message,
        ...range(d.span.file, d.span.start, d.span.end),
        related: (d.related ?? []).map((r) => ({
          message: r.message,
          ...range(r.span.file, r.span.start, r.span.end),
        })),
        ...(d.hint ? { hint: d.hint } : {}),
      }),
    )
    .map((line) => `${line}\n`)
    .join('');
}
