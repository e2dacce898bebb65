/** From sources to console output: a kernel with the core library, and programs that run on it. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { encodeModule } from '../../src/bytecode/encode.ts';
import type { SpxModule } from '../../src/bytecode/module.ts';
import { createProvider } from '../../src/cli/provider.ts';
import { compileProgram } from '../../src/compiler/pipeline.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { type BootOptions, boot } from '../../src/kernel/boot.ts';
import { initialise, loadDomain, type Outcome, resolveAll, run as runStrands } from '../../src/kernel/control.ts';
import type { Kernel } from '../../src/kernel/kernel.ts';
import type { Machine } from '../../src/kernel/machine/machine.ts';
import { checkProgram, type SourceFile } from '../../src/language/check.ts';
import { coreBytes, packages } from '../library.ts';

const ROOT = join(import.meta.dirname, '../..');

/** Source files below a folder, with paths from the project's root. */
export function sourcesBelow(folder: string): SourceFile[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(i3|m3|ig|mg)$/.test(path))
    .sort()
    .map((path) => ({ path: relative(ROOT, join(folder, path)), text: readFileSync(join(folder, path), 'utf8') }));
}

export interface Compilation {
  readonly module: SpxModule;
  readonly errors: readonly Diagnostic[];
}

export interface CompileSettings {
  /** The extension is the kernel's own library. */
  readonly trusted?: boolean;
  /** Interfaces of extensions that are loaded before. */
  readonly interfaces?: readonly SourceFile[];
}

/** Checks and compiles files as one extension. */
export function compile(name: string, files: readonly SourceFile[], settings: CompileSettings = {}): Compilation {
  const { trusted = false, interfaces = [] } = settings;
  const loaded = new Map(interfaces.map((file) => [basename(file.path, '.i3'), file]));
  const provider = createProvider({ libraryPaths: [], interfacePaths: [], loaded });
  const { program, diagnostics } = checkProgram({ files, ...(trusted ? {} : { provider }) });
  const errors = diagnostics.filter((d) => d.severity === 'error');
  if (errors.length > 0) return { module: EMPTY, errors };
  const compiled = compileProgram(program, name, { trusted });
  return { module: compiled.module, errors: compiled.diagnostics.filter((d) => d.severity === 'error') };
}

const EMPTY: SpxModule = {
  name: '',
  types: [],
  texts: [],
  imports: [],
  interfaces: [],
  units: [],
  globals: [],
  exceptions: [],
  procedures: [],
};

export interface Result {
  readonly output: string;
  /** What the kernel reports on the error port. */
  readonly reports: string;
  readonly outcome: Outcome['kind'];
}

/** A kernel whose console is kept in memory. */
export function bootKernel(options: BootOptions = {}): { kernel: Kernel; written: Record<'output' | 'error', string> } {
  const written = { output: '', error: '' };
  const started = performance.now();
  const machine: Machine = {
    console: {
      write: (port, bytes) => {
        written[port] += Buffer.from(bytes).toString('utf8');
      },
      flush: () => {},
      read: () => new Uint8Array(),
      ready: () => true,
    },
    parameters: ['test'],
    environment: new Map(),
    elapsed: () => performance.now() - started,
    poweredOn: 0n,
    turn: () => new Promise((done) => setImmediate(done)),
    pause: (milliseconds) => new Promise((done) => setTimeout(done, milliseconds)),
  };
  return { kernel: boot(machine, coreBytes(), { packages, ...options }), written };
}

/** Loads extensions in order, each linked against the core library and those before it, and runs them until no strand is left. */
export async function run(...modules: readonly SpxModule[]): Promise<Result> {
  return runWith({}, ...modules);
}
export async function runWith(options: BootOptions, ...modules: readonly SpxModule[]): Promise<Result> {
  const { kernel, written } = bootKernel(options);
  const domains = [kernel.publicDomain];
  let outcome: Outcome = { kind: 'ended' };
  for (const module of modules) {
    const domain = loadDomain(kernel, module.name, encodeModule(module));
    await resolveAll(kernel, domain, domains);
    outcome = await initialise(kernel, domain);
    if (outcome.kind !== 'ended') break;
    domains.push(domain);
  }
  if (outcome.kind === 'ended') outcome = await runStrands(kernel);
  return { output: written.output, reports: written.error, outcome: outcome.kind };
}
