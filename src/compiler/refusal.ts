/**
 * The one error of this phase: a checked program that cannot become bytecode. Thrown where it is found, caught once per procedure or declaration, where it becomes a diagnostic.
 */
import type { Diagnostic, Span } from '../diagnostics/diagnostic.ts';

/** Codes of this phase; the texts are the pages' titles. */
export const LOWERING_CODES = {
  L5001: 'A construct of UNSAFE units has no bytecode',
  L5002: 'A text constant has surrogates',
  L5004: 'EXTERNAL needs a trusted extension',
  L5005: 'The shape of an array constructor is not known',
  L5006: 'An interface that is used is not at hand',
  L5007: 'A heading has no body',
  L5008: 'A type is too large or cannot be stored',
  L5010: 'A program with errors cannot be compiled',
  L5011: 'A unit is UNSAFE without need',
  L5012: 'Expressions or statements nest too deeply',
  L5013: 'A program is larger, or nests deeper, than an extension may',
} as const;
export type LoweringCode = keyof typeof LOWERING_CODES;

export class Refusal extends Error {
  readonly code: LoweringCode;
  readonly span: Span | undefined;
  readonly hint: string | undefined;

  /** Without `span` the place is that of the statement being lowered. */
  constructor(code: LoweringCode, message: string, span?: Span, hint?: string) {
    super(message);
    this.code = code;
    this.span = span;
    this.hint = hint;
  }
}

function refusalDiagnostic(refusal: Refusal, fallback: Span): Diagnostic {
  const diagnostic: Diagnostic = {
    code: refusal.code,
    severity: 'error',
    message: refusal.message,
    span: refusal.span ?? fallback,
  };
  return refusal.hint ? { ...diagnostic, hint: refusal.hint } : diagnostic;
}

/** Runs `action`; a refusal becomes a diagnostic at its own place, or at `span`. */
export function attempt<R>(diagnostics: Diagnostic[], span: Span, action: () => R): R | undefined {
  try {
    return action();
  } catch (error) {
    if (error instanceof Refusal) diagnostics.push(refusalDiagnostic(error, span));
    // The stack is the only range that can be exceeded: something nests deeper than it can be followed.
    else if (error instanceof RangeError)
      diagnostics.push(refusalDiagnostic(new Refusal('L5012', 'this nests too deeply'), span));
    else throw error;
    return undefined;
  }
}

/** Runs `action`; a refusal without a place gets the one that `place` knows then. */
export function placed<R>(place: () => Span | undefined, action: () => R): R {
  try {
    return action();
  } catch (error) {
    if (!(error instanceof Refusal) || error.span) throw error;
    throw new Refusal(error.code, error.message, place(), error.hint);
  }
}
