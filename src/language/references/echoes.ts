/**
 * Diagnostics that only follow from another one. A missing declaration or import is one mistake, however often the name is used: each undeclared name is
 * reported at its first use in a unit. Names that an error is about are not unused, and of a procedure whose heading is wrong nobody knows what it may raise
 * or has to return.
 */
import type { Diagnostic, Span } from '../../diagnostics/diagnostic.ts';
import type { ProcedureEntity } from '../types/model.ts';

const CODES = new Set(['M3401', 'M3103']);
/** The other messages of these codes are about a place, not about a name. */
const MESSAGE = / is not declared$/;

function isUndeclared({ code, message }: Diagnostic): boolean {
  return CODES.has(code) && MESSAGE.test(message);
}

export function withoutEchoes(
  diagnostics: readonly Diagnostic[],
  procedures: readonly ProcedureEntity[],
): readonly Diagnostic[] {
  const errors = diagnostics.filter((d) => d.severity === 'error');
  if (errors.length === 0) return diagnostics;
  const places = new Set(
    errors.flatMap((d) => [d.span, ...(d.related ?? []).map((r) => r.span)]).map(({ start }) => start),
  );
  const unknown = wrongHeadings(procedures, errors);
  const isEcho = ({ code, span }: Diagnostic): boolean =>
    UNUSED.has(code) ? places.has(span.start) : SIGNATURE.has(code) && unknown.some((p) => contains(p, span));
  return eachUndeclaredOnce(diagnostics.filter((d) => !isEcho(d)));
}

const UNUSED = new Set(['W4401', 'W4402']);
/** What can only be said if the result and the exceptions of a procedure are known. */
const SIGNATURE = new Set(['W4201', 'W4301']);

/** Procedures with an error before their BEGIN. */
function wrongHeadings(procedures: readonly ProcedureEntity[], errors: readonly Diagnostic[]): Span[] {
  return procedures.flatMap(({ span, definition }) => {
    if (definition === undefined) return [];
    const whole = { ...span, end: definition.endSpan.end };
    const heading = { ...span, end: definition.body.span.start };
    return [
      ...(errors.some((d) => contains(heading, d.span)) ? [whole] : []),
      ...wrongHeadings(definition.nested, errors),
    ];
  });
}

function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function eachUndeclaredOnce(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const first = new Map<string, number>();
  for (const d of diagnostics) {
    if (isUndeclared(d)) first.set(d.message, Math.min(d.span.start, first.get(d.message) ?? d.span.start));
  }
  return diagnostics.filter((d) => !isUndeclared(d) || d.span.start === first.get(d.message));
}
