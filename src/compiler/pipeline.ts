/**
 * The compiler: from a checked program to one extension in memory.
 *
 * Not inside: checking (`language`), bytes of the file (`bytecode/encode.ts`), verification (`bytecode/verify`).
 */
import type { SpxModule } from '../bytecode/module.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { CheckedProgram } from '../language/types/model.ts';
import { enterDeclarations } from './emit/declarations.ts';
import { completeTables } from './emit/interfaces.ts';
import { emitModule } from './emit/module.ts';
import { lowerProgram } from './lower/program.ts';
import { planProgram } from './plan.ts';
import { unsafeDiagnostics } from './unsafe.ts';

export interface CompileOptions {
  /** The extension may have procedures that the kernel implements. */
  readonly trusted?: boolean;
}

export interface Compiled {
  /** Meaningless when there are errors among the diagnostics. */
  readonly module: SpxModule;
  readonly diagnostics: Diagnostic[];
}

/** Compiles what the checker found free of errors. */
export function compileProgram(checked: CheckedProgram, name: string, options: CompileOptions = {}): Compiled {
  const diagnostics = unsafeDiagnostics(checked.own);
  const refused = (): boolean => diagnostics.some((d) => d.severity === 'error');
  const nothing = (): Compiled => ({ module: emptyModule(name), diagnostics });
  if (refused()) return nothing();

  // Which items there are, and their numbers.
  const program = planProgram(checked, options.trusted ?? false, diagnostics);
  // Procedures, unit bodies and constants become instructions; what they mention enters the tables.
  const lowered = lowerProgram(program);
  // What is declared enters them, too, and then what all that mentions.
  enterDeclarations(program);
  if (refused()) return nothing();
  completeTables(program);
  // Now every index is final.
  return { module: emitModule(program, name, lowered), diagnostics };
}

function emptyModule(name: string): SpxModule {
  return {
    name,
    types: [],
    texts: [],
    imports: [],
    interfaces: [],
    units: [],
    globals: [],
    exceptions: [],
    procedures: [],
  };
}
