/** From sources to console output: a kernel with the core library, and programs that run on it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { encodeModule } from '../../src/bytecode/encode.ts';
import type { SpxModule } from '../../src/bytecode/module.ts';
import { compileProgram } from '../../src/compiler/pipeline.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { boot } from '../../src/kernel/boot.ts';
import { initialise } from '../../src/kernel/domain/initialise.ts';
import type { Extension } from '../../src/kernel/domain/extension.ts';
import type { Kernel } from '../../src/kernel/kernel.ts';
import { createExtension } from '../../src/kernel/load/create.ts';
import { resolve } from '../../src/kernel/load/resolve.ts';
import type { Machine } from '../../src/kernel/machine/machine.ts';
import { renderFailure, reportOf } from '../../src/kernel/strands/failure.ts';
import { checkProgram, type SourceFile } from '../../src/language/check.ts';

const ROOT = join(import.meta.dirname, '../..');

/** Source files below a folder, with paths from the project's root. */
export function sourcesBelow(folder: string): SourceFile[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(i3|m3|ig|mg)$/.test(path))
    .sort()
    .map((path) => ({ path: relative(ROOT, join(folder, path)), text: readFileSync(join(folder, path), 'latin1') }));
}

export const LIBRARY: readonly SourceFile[] = sourcesBelow(join(ROOT, 'lib')).filter(f => !/Domain|NameServer|SpinPublic|SpinTrusted/.test(f.path)); // TEMPORARY

/** The interfaces of the core library are implemented by the kernel; nothing of it is compiled into a program. */
const provider = {
  findInterface: (name: string) => {
    const file = LIBRARY.find(({ path }) => path.endsWith(`/${name}.i3`));
    return file && { ...file, own: false };
  },
  findModule: () => undefined,
};

export interface Compilation {
  readonly module: SpxModule;
  readonly errors: readonly Diagnostic[];
}

/** Checks and compiles files as one extension. */
export function compile(name: string, files: readonly SourceFile[], trusted = false): Compilation {
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

let core: Uint8Array | undefined;

export function coreBytes(): Uint8Array {
  if (core) return core;
  const { module, errors } = compile('core', LIBRARY, true);
  if (errors.length > 0) throw new Error(errors.map((d) => `${d.span.file}: ${d.code} ${d.message}`).join('\n'));
  core = encodeModule(module);
  return core;
}

export interface Outcome {
  readonly output: string;
  /** Reports of uncaught exceptions. */
  readonly failure: string;
}

/** A kernel whose console is kept in memory. */
export function bootKernel(): { kernel: Kernel; output: () => string } {
  const written: Uint8Array[] = [];
  const started = performance.now();
  const machine: Machine = {
    console: {
      write: (port, bytes) => {
        if (port === 'output') written.push(bytes.slice());
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
  return { kernel: boot(machine, coreBytes()), output: () => Buffer.concat(written).toString('latin1') };
}

/** Loads one extension, links it against the core library, runs it, and waits until no strand is left. */
export async function run(module: SpxModule): Promise<Outcome> {
  const { kernel, output } = bootKernel();
  const extension: Extension = createExtension(kernel, module.name, encodeModule(module));
  const domain = kernel.domains.create(module.name, [extension]);
  let failure = '';
  kernel.strands.start(
    async (strand) => {
      const call = (slot: number, ...args: (number | bigint)[]) =>
        kernel.strands.call(strand, kernel.slots.table.get(slot), args);
      await resolve(kernel.publicDomain, domain, call);
      await initialise(kernel, extension, call);
      return undefined;
    },
    {
      name: module.name,
      domain: extension.account,
      onEnd: (ending, strand) => {
        const report = reportOf(kernel, ending, strand);
        if (report) failure = `${renderFailure(report)}${report.kind === 'crash' && ending.kind === 'crash' ? `\n${(ending.error as Error)?.stack}` : ''}`;
      },
    },
  );
  const stop = await kernel.strands.run();
  if (stop.kind !== 'done' && stop.kind !== 'exit') failure ||= stop.kind;
  return { output: output(), failure };
}
