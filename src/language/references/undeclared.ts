/**
 * A missing declaration or import is one mistake, however often the name is used: each undeclared name is reported at its first use in a unit.
 */
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';

const CODES = new Set(['M3401', 'M3103']);
/** The other messages of these codes are about a place, not about a name. */
const MESSAGE = / is not declared$/;

function isUndeclared({ code, message }: Diagnostic): boolean {
  return CODES.has(code) && MESSAGE.test(message);
}

export function eachUndeclaredOnce(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const first = new Map<string, number>();
  for (const d of diagnostics) {
    if (isUndeclared(d)) first.set(d.message, Math.min(d.span.start, first.get(d.message) ?? d.span.start));
  }
  return diagnostics.filter((d) => !isUndeclared(d) || d.span.start === first.get(d.message));
}
