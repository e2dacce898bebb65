/** Pragmas that say something about warnings: UNUSED and OBSOLETE stand before a declaration, NOWARN on the line it silences. */
import type { Diagnostic, Span } from '../../../diagnostics/diagnostic.ts';
import type { PragmaText } from '../context.ts';

/** What the pragmas of a unit are read from. */
export interface Marks {
  readonly pragmas: readonly PragmaText[];
  readonly source: string;
}

/** Does a pragma of that name stand before the declaration of the name at `span`, with nothing but keywords and other names between? */
export function isMarked({ pragmas, source }: Marks, span: Span, name: string): boolean {
  return pragmas.some((pragma) => {
    if (pragma.name !== name || pragma.span.end > span.start || pragma.span.file !== span.file) return false;
    return !/[;=()]/.test(stripComments(source.slice(pragma.span.end, span.start)));
  });
}

function stripComments(text: string): string {
  return text.replace(/\(\*[\s\S]*?\*\)/g, ' ').replace(/<\*[\s\S]*?\*>/g, ' ');
}

/** Warnings on a line with <*NOWARN*> are not wanted; errors stay. */
export function withoutSuppressed(
  diagnostics: readonly Diagnostic[],
  pragmas: readonly PragmaText[],
  source: string,
): Diagnostic[] {
  const lines = pragmas.filter((p) => p.name === 'NOWARN').map((p) => lineAround(source, p.span));
  if (lines.length === 0) return [...diagnostics];
  return diagnostics.filter(
    (d) => d.severity === 'error' || !lines.some((line) => line.start <= d.span.start && d.span.start < line.end),
  );
}

function lineAround(source: string, span: Span): { start: number; end: number } {
  const end = source.indexOf('\n', span.end);
  return { start: source.lastIndexOf('\n', span.start) + 1, end: end < 0 ? source.length : end };
}
