/** Pragmas: UNUSED and OBSOLETE stand before a declaration, NOWARN on the line whose warnings it silences; unknown ones are mistakes. */
import type { Diagnostic, Span } from '../../../diagnostics/diagnostic.ts';
import type { CheckContext, PragmaText } from '../context.ts';
import { didYouMean } from '../messages.ts';

/** What the pragmas of a unit are read from. */
export interface Marks {
  readonly pragmas: readonly PragmaText[];
  readonly source: string;
}

/** No declaration is so long that its pragma stands farther away than this from a name that it declares. */
const FARTHEST = 2000;

/** Does a pragma of that name stand before the declaration of the name at `span`, with nothing but keywords and other names between? */
export function isMarked({ pragmas, source }: Marks, span: Span, name: string): boolean {
  for (let at = lastBefore(pragmas, span.start); at >= 0; at--) {
    const { name: found, span: place } = pragmas[at]!;
    if (span.start - place.end > FARTHEST || place.file !== span.file) return false;
    if (/[;=()]/.test(stripComments(source.slice(place.end, span.start)))) return false;
    if (found === name) return true;
  }
  return false;
}

/** Index of the last pragma that ends at or before `offset`; -1 when there is none. */
function lastBefore(pragmas: readonly PragmaText[], offset: number): number {
  let low = 0;
  let high = pragmas.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (pragmas[middle]!.span.end <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function stripComments(text: string): string {
  return text.replace(/\(\*[\s\S]*?\*\)/g, ' ').replace(/<\*[\s\S]*?\*>/g, ' ');
}

/** Those of the definition, of CM3 and of SPIN's and the static checker's sources: understood, or skipped because they say nothing to a compiler. */
const KNOWN = new Set(
  (
    'ABSTRACT ALIGNMENT ASSERT AXIOM CALLBACK CDECL DEBUG DEPEND ESCAPES EXPORTED EXTERNAL FATAL IMPLICIT INLINE INVARIANT LINE LL LOOPINV ' +
    'MAP NOWARN OBSOLETE PRAGMA PROTECT REP SPEC STDCALL TRACE UNUSED WINAPI'
  ).split(' '),
);

/** Each unknown name once; `<*PRAGMA A, B*>` declares names as another tool's. */
export function checkPragmas(ctx: CheckContext, pragmas: readonly PragmaText[]): void {
  const known = new Set(KNOWN);
  for (const { name, text } of pragmas)
    if (name === 'PRAGMA') for (const declared of text.split(',')) known.add(declared.trim());
  for (const { name, span } of pragmas) {
    if (known.has(name)) continue;
    known.add(name);
    ctx.report('W4501', span, `the pragma ${name} is not known and has no effect`, {
      severity: 'warning',
      ...didYouMean(name, KNOWN),
    });
  }
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
