/**
 * From source files to bytecode: the phases of the compiler in a row, for the commands that need them.
 */
import { encodeModule } from '../bytecode/encode.ts';
import { type BytecodeError, describeError } from '../bytecode/errors.ts';
import type { SpxModule } from '../bytecode/module.ts';
import { verifyModule } from '../bytecode/verify/verify.ts';
import { compileProgram } from '../compiler/pipeline.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { renderText } from '../diagnostics/text.ts';
import { checkProgram, createCheckCache, type SourceFile, type UnitProvider } from '../language/check.ts';
import { kernelSources, packageSources } from './library.ts';
import { countErrors } from './output.ts';
import { createProvider } from './provider.ts';

export interface Compilation {
  readonly diagnostics: readonly Diagnostic[];
  /** Absent when there are errors. */
  readonly module?: SpxModule;
  readonly source: (path: string) => string | undefined;
}

/** Parsed and checked units serve every compilation of one process. */
const cache = createCheckCache();

export function compile(
  name: string,
  files: readonly SourceFile[],
  provider: UnitProvider,
  trusted = false,
): Compilation {
  const checked = checkProgram({ files, provider, cache });
  if (countErrors(checked.diagnostics) > 0) return { diagnostics: checked.diagnostics, source: checked.source };
  const { module, diagnostics } = compileProgram(checked.program, name, { trusted });
  const all = [...checked.diagnostics, ...diagnostics];
  if (countErrors(all) > 0) return { diagnostics: all, source: checked.source };
  const refused = verifyModule(module, { trusted });
  if (refused.length > 0) {
    const beyond = refused.filter((e) => LIMIT_CODES.has(e.code));
    if (beyond.length > 0) return { diagnostics: [...all, beyondLimit(files, beyond[0]!)], source: checked.source };
    // The compiler's own mistake. The kernel would refuse the file; say so here, where the source is at hand.
    throw new CompilerFault(name, refused.map(describeError));
  }
  return { diagnostics: all, module, source: checked.source };
}

/** Rules of the verifier that bound sizes and nesting: a program can be right and yet too large. */
const LIMIT_CODES = new Set(['B2003', 'B2008', 'B2013', 'B2014', 'B2107', 'B2108', 'B2204', 'B2209']);

function beyondLimit(files: readonly SourceFile[], error: BytecodeError): Diagnostic {
  return {
    code: 'L5013',
    severity: 'error',
    message: `this is beyond what an extension can hold: ${describeError(error)}`,
    span: { file: files[0]!.path, start: 0, end: 0 },
  };
}

/** The compiler made bytecode that does not verify: never the fault of the source. */
export class CompilerFault extends Error {
  constructor(name: string, reasons: readonly string[]) {
    super(
      `the compiler made code for ${name} that does not verify; please report this with the source\n  ${reasons.join('\n  ')}`,
    );
  }
}

/** The kernel's own extension, with native procedures. */
export function compileKernel(): Uint8Array {
  return compileLibrary('core', kernelSources(), true);
}

/** A package of the library: an extension without privileges that may import any other part of it. */
export function compilePackage(folder: string): Uint8Array {
  return compileLibrary(`lib/${folder}`, packageSources().get(folder) ?? [], false);
}

function compileLibrary(name: string, files: readonly SourceFile[], trusted: boolean): Uint8Array {
  const provider = createProvider({ libraryPaths: [], interfacePaths: [] });
  const own = new Set(files.map((f) => f.path));
  const { diagnostics, module, source } = compile(name, files, trusted ? only(provider, own) : provider, trusted);
  const errors = diagnostics.filter((d) => d.severity === 'error');
  if (!module) throw new Error(`${name} does not compile:\n${renderText(errors, source, { color: false })}`);
  return encodeModule(module);
}

/** The kernel's own extension cannot import from anything else. */
function only(provider: UnitProvider, paths: ReadonlySet<string>): UnitProvider {
  return {
    ...provider,
    findInterface: (name) => {
      const found = provider.findInterface(name);
      return found && paths.has(found.path) ? found : undefined;
    },
  };
}
