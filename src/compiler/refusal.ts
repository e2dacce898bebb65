/**
 * The one error of this phase: a checked program that cannot become bytecode. Thrown where it is found, caught once per procedure or declaration, where it becomes a diagnostic.
 */
import type { Diagnostic, Span } from '../diagnostics/diagnostic.ts';
import type { CodePage } from '../language/codes.ts';

/** Codes of this phase. */
export const LOWERING_CODES = {
  L5001: {
    title: 'a construct of UNSAFE units has no bytecode',
    text: 'UNSAFE units are checked, but what makes them unsafe cannot be proved harmless, and the kernel runs nothing else. The message names the construct; rewrite it, or keep the unit out of the extension.',
  },
  L5002: {
    title: 'a text constant has surrogates',
    text: 'Halves of surrogate pairs are no characters. Write the character itself, or \\U and its six hexadecimal digits, in a wide literal.',
  },
  L5003: {
    title: 'FINALLY parts are nested too deeply',
    text: 'A RETURN or EXIT runs each FINALLY that it passes, and each costs a level of the bytecode. Move inner parts into procedures.',
  },
  L5004: {
    title: 'EXTERNAL needs a trusted extension',
    text: "EXTERNAL procedures are those that the kernel implements natively, so only the kernel's own library may declare them. Import the interface of the library that does, or write the procedure in the language.",
  },
  L5005: {
    title: 'the shape of an array constructor is not known',
    text: 'An array constructor is made at once, so its lengths must be known when it is compiled.',
  },
  L5006: {
    title: 'an interface that is used is not at hand',
    text: 'The program mentions what an interface declares that was not read. Give it with --library-path or --interface-path.',
  },
  L5007: {
    title: 'a heading has no body',
    text: 'A procedure that is called has neither a body in this extension nor an interface of another domain that declares it.',
  },
  L5008: {
    title: 'a type is too large or cannot be stored',
    text: 'Sizes of types and offsets in them are bounded by the memory of the machine. Take a smaller index type, or allocate parts with NEW.',
  },
  L5009: {
    title: 'a variable of a module body cannot be used from a procedure',
    text: 'Variables declared in a block of a module body live as long as the block. Declare the variable at the top level of the module.',
  },
  L5010: {
    title: 'a program with errors cannot be compiled',
    text: 'The errors that the checker found come first.',
  },
  L5011: {
    title: 'a unit is UNSAFE without need',
    text: 'The unit uses nothing that is unsafe, and is compiled as a safe one. Without the word UNSAFE the compiler keeps it so.',
  },
  L5012: {
    title: 'expressions or statements nest too deeply',
    text: 'The compiler follows nested parts with a stack of its own, which is limited. Name inner parts, or move them into procedures.',
  },
  L5013: {
    title: 'a program is larger, or nests deeper, than an extension may',
    text: 'A file has bounds, which the verifier checks, so that no file can exhaust the kernel. Make two extensions of one, or smaller procedures.',
  },
} as const satisfies Readonly<Record<string, CodePage>>;
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
