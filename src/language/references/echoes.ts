/**
 * Diagnostics that only follow from another one. A missing declaration or import is one mistake, however often the name is used: each undeclared name or member
 * is reported at its first use in a unit, and not at all if it is what a misspelt import or the heading of a procedure was meant to be. Names that an error is about are not unused, and of a procedure whose heading is wrong nobody knows what it may raise
 * or has to return.
 */
import type { Diagnostic, Span } from '../../diagnostics/diagnostic.ts';
import { nearest } from '../typed/messages.ts';
import type { ProcedureEntity } from '../types/model.ts';

const CODES = new Set(['M3401', 'M3103']);
/** The other messages of these codes are about a place, not about a name. */
const MESSAGE = / is not declared$/;

function isUndeclared({ code, message }: Diagnostic): boolean {
  return CODES.has(code) && MESSAGE.test(message);
}

function undeclaredNames(errors: readonly Diagnostic[]): string[] {
  return errors.filter(isUndeclared).map(({ message }) => message.replace(MESSAGE, ''));
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
  const undeclared = undeclaredNames(errors);
  const unspoken = intended(errors);
  const noStatements = errors.filter(({ code }) => NO_STATEMENT.has(code));
  const isEcho = (d: Diagnostic): boolean => {
    if (isUndeclared(d)) return unspoken(d.message.replace(MESSAGE, ''));
    // The declaration may be what is misspelt.
    if (UNUSED.has(d.code)) return places.has(d.span.start) || nearest(unusedName(d), undeclared) !== undefined;
    if (!SIGNATURE.has(d.code)) return false;
    return unknown.some((p) => contains(p, d.span)) || (d.code === 'W4201' && endsIn(noStatements, procedures, d.span));
  };
  return eachOnce(diagnostics.filter((d) => !isEcho(d)));
}

function unusedName({ message }: Diagnostic): string {
  return / (\w+) is never used$/.exec(message)?.[1] ?? '';
}

/** Whether a name is one that an import or a heading lacks by a slip that is reported: `IMPORT Txet`, `PROCEDURE Pint() = … END Print`. */
function intended(errors: readonly Diagnostic[]): (name: string) => boolean {
  const imports: string[] = [];
  const ends = new Set<string>();
  for (const { code, message } of errors) {
    const missing = code === 'M3001' && /^interface (\w+) is not found/.exec(message);
    const end = code === 'M3003' && /^this ends procedure \w+, not (\w+)$/.exec(message);
    if (missing) imports.push(missing[1]!);
    if (end) ends.add(end[1]!);
  }
  return (name) => ends.has(name) || nearest(name, imports) !== undefined;
}

/** An expression where a statement is wanted: perhaps RETURN is what is missing. */
const NO_STATEMENT = new Set(['M3703', 'M3704']);

/** Whether one of the errors stands in the innermost procedure around the place. */
function endsIn(errors: readonly Diagnostic[], procedures: readonly ProcedureEntity[], place: Span): boolean {
  for (const { span, definition } of procedures) {
    if (definition === undefined) continue;
    const whole = { ...span, end: definition.endSpan.end };
    if (!contains(whole, place)) continue;
    return endsIn(errors, definition.nested, place) || errors.some((d) => contains(whole, d.span));
  }
  return false;
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

function eachOnce(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const isMissing = (d: Diagnostic): boolean => isUndeclared(d) || d.code === 'M3404';
  const first = new Map<string, number>();
  for (const d of diagnostics) {
    if (isMissing(d)) first.set(d.message, Math.min(d.span.start, first.get(d.message) ?? d.span.start));
  }
  return diagnostics.filter((d) => !isMissing(d) || d.span.start === first.get(d.message));
}
