/** Text to syntax tree and diagnostics, for everyone who is not a language server. Pure: no files, no state to see. */
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Unit } from '../generated/ast.ts';
import type { Modula3ParseResult } from './modula3-parser.ts';
import type { SyntaxProblem } from './problems.ts';
import { createModula3CoreServices, type Modula3CoreServices } from './services.ts';

export interface ParsedUnit {
  /** Partial where there are syntax errors: single properties may then be missing, lists never. */
  readonly unit: Unit;
  readonly diagnostics: Diagnostic[];
}

let services: Modula3CoreServices | undefined;

/** Made when first needed, which takes some time. */
export function parserServices(): Modula3CoreServices {
  services ??= createModula3CoreServices();
  return services;
}

export function parseUnit(text: string, file: string): ParsedUnit {
  const result = parserServices().modula3.parser.LangiumParser.parse<Unit>(text) as Modula3ParseResult<Unit>;
  return { unit: result.value, diagnostics: result.problems.map((problem) => syntaxDiagnostic(problem, file)) };
}

export function syntaxDiagnostic(problem: SyntaxProblem, file: string): Diagnostic {
  const { code, message, start, end, related, hint } = problem;
  return {
    code,
    severity: 'error',
    message,
    span: { file, start, end },
    ...(related && { related: [{ span: { file, start: related.start, end: related.end }, message: related.message }] }),
    ...(hint !== undefined && { hint }),
  };
}
