/** Our diagnostics in the protocol's form. */
import { DiagnosticSeverity, DiagnosticTag, type Diagnostic as LspDiagnostic } from 'vscode-languageserver';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { TextMap } from './positions.ts';

const SEVERITY = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
} as const;
const TAG = { unnecessary: DiagnosticTag.Unnecessary, deprecated: DiagnosticTag.Deprecated } as const;

export function toLspDiagnostics(
  diagnostics: readonly Diagnostic[],
  mapOf: (file: string) => TextMap | undefined,
  uriOf: (file: string) => string,
): LspDiagnostic[] {
  return diagnostics.flatMap((d) => {
    const map = mapOf(d.span.file);
    if (!map) return [];
    return [
      {
        range: map.range(d.span),
        severity: SEVERITY[d.severity],
        code: d.code,
        source: 'spinc',
        message: d.hint ? `${d.message}\n${d.hint}` : d.message,
        ...(d.tags ? { tags: d.tags.map((t) => TAG[t]) } : {}),
        relatedInformation: (d.related ?? []).flatMap((r) => {
          const other = mapOf(r.span.file);
          return other
            ? [{ location: { uri: uriOf(r.span.file), range: other.range(r.span) }, message: r.message }]
            : [];
        }),
      },
    ];
  });
}
