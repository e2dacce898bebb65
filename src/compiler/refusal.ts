/**
 * The one error of this phase: a checked program that cannot become bytecode. Thrown where it is found, caught once per procedure or declaration, where it becomes a diagnostic.
 */
import type { Diagnostic, Span } from '../diagnostics/diagnostic.ts';

/** Codes of this phase; the texts are the pages' titles. */
export const LOWERING_CODES = {
  L5001: 'A construct of UNSAFE units has no bytecode',
  L5002: 'A text constant needs characters beyond Latin-1',
  L5003: 'FINALLY parts are nested too deeply',
  L5004: 'EXTERNAL needs a trusted extension',
  L5005: 'The shape of an array constructor is not known',
  L5006: 'An interface that is used is not at hand',
  L5007: 'A heading has no body',
  L5008: 'A type is too large or cannot be stored',
  L5009: 'A variable of a module body cannot be used from a procedure',
  L5010: 'A program with errors cannot be compiled',
  L5011: 'A unit is UNSAFE without need',
  L5012: 'Expressions or statements nest too deeply',
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

export function refusalDiagnostic(refusal: Refusal, fallback: Span): Diagnostic {
  const diagnostic: Diagnostic = {
    code: refusal.code,
    severity: 'error',
    message: refusal.message,
    span: refusal.span ?? fallback,
  };
  return refusal.hint ? { ...diagnostic, hint: refusal.hint } : diagnostic;
}
