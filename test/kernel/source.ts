/**
 * A machine with the real core library, and extensions from Modula-3 source, for tests of the kernel.
 */
import { basename } from 'node:path';
import { encodeModule } from '../../src/bytecode/encode.ts';
import type { SpxModule } from '../../src/bytecode/module.ts';
import { nodeHost } from '../../src/cli/host/node.ts';
import { createProvider } from '../../src/cli/provider.ts';
import { compileProgram } from '../../src/compiler/pipeline.ts';
import { powerOn } from '../../src/emulator/board.ts';
import { type BootOptions, boot } from '../../src/kernel/boot.ts';
import { initialise, loadDomain, type Outcome, resolveAll } from '../../src/kernel/control.ts';
import type { Domain } from '../../src/kernel/domain/domain.ts';
import type { Kernel } from '../../src/kernel/kernel.ts';
import { checkProgram, type SourceFile } from '../../src/language/check.ts';
import { coreBytes, packages } from '../library.ts';

/** Compiles files as one extension; `known` are interfaces of other extensions. */
export function compile(
  name: string,
  files: readonly SourceFile[],
  known: readonly SourceFile[],
  trusted = false,
): SpxModule {
  const loaded = new Map(known.filter((f) => f.path.endsWith('.i3')).map((f) => [basename(f.path, '.i3'), f]));
  const provider = createProvider({ libraryPaths: [], interfacePaths: [], loaded });
  const checked = checkProgram({ files, provider });
  const errors = checked.diagnostics.filter((d) => d.severity === 'error');
  const compiled = errors.length === 0 ? compileProgram(checked.program, name, { trusted }) : undefined;
  errors.push(...(compiled?.diagnostics.filter((d) => d.severity === 'error') ?? []));
  if (errors.length > 0) {
    const line = (file: string, at: number) =>
      files
        .find((f) => f.path === file)
        ?.text.slice(0, at)
        .split('\n').length;
    throw new Error(
      errors.map((d) => `${d.span.file}:${line(d.span.file, d.span.start)}: ${d.code} ${d.message}`).join('\n'),
    );
  }
  return compiled!.module;
}

export interface SourceMachine {
  readonly kernel: Kernel;
  /** What was shown on the two streams together. */
  shown(): string;
  /** A file of an extension is its name and text. */
  load(name: string, files: Readonly<Record<string, string>>): Promise<Domain>;
  start(name: string, files: Readonly<Record<string, string>>): Promise<Outcome>;
  /** The same for what is compiled already; of two domains with an interface, the earlier one is taken, or the later one. */
  startModule(name: string, module: SpxModule, order?: 'latest first'): Promise<Outcome>;
  /** What was loaded, the kernel's public domain first. */
  readonly domains: readonly Domain[];
  /** Sources of what was loaded, for compiling the next. */
  readonly known: SourceFile[];
}

export function sourceMachine(
  options: BootOptions & {
    readonly input?: readonly (string | Uint8Array)[];
    readonly parameters?: readonly string[];
  } = {},
): SourceMachine {
  let shown = '';
  const input = [...(options.input ?? [])];
  const host = {
    ...nodeHost({ parameters: options.parameters ?? ['test'] }),
    write: (_: string, bytes: Uint8Array) => {
      shown += new TextDecoder().decode(bytes);
    },
    read: async () => {
      const line = input.shift();
      return typeof line === 'string' ? new TextEncoder().encode(line) : line;
    },
    environment: new Map([
      ['HOME', '/home/spin'],
      ['EMPTY', ''],
    ]),
  };
  const kernel = boot(powerOn(host), coreBytes(), { packages, ...options });
  const domains: Domain[] = [kernel.publicDomain];
  const known: SourceFile[] = [];
  const loadModule = async (name: string, module: SpxModule, order?: 'latest first') => {
    const domain = loadDomain(kernel, name, encodeModule(module));
    await resolveAll(kernel, domain, order ? [...domains].reverse() : domains);
    domains.push(domain);
    return domain;
  };
  const load = async (name: string, files: Readonly<Record<string, string>>) => {
    const sources = Object.entries(files).map(([path, text]) => ({ path, text }));
    const domain = await loadModule(name, compile(name, sources, known));
    known.push(...sources);
    return domain;
  };
  return {
    kernel,
    shown: () => {
      kernel.machine.console.flush();
      return shown;
    },
    domains,
    known,
    load,
    startModule: async (name, module, order) => initialise(kernel, await loadModule(name, module, order)),
    start: async (name, files) => initialise(kernel, await load(name, files)),
  };
}

/** Runs a module body and answers what it showed; `imports` is a list of interfaces. */
export async function showing(
  imports: string,
  body: string,
  declarations = '',
  options: Parameters<typeof sourceMachine>[0] = {},
): Promise<string> {
  const machine = sourceMachine(options);
  const text = `MODULE Test EXPORTS Main;\nIMPORT IO, ${imports};\n${declarations}\nBEGIN\n${body}\nEND Test.\n`;
  const outcome = await machine.start('test', { 'Test.m3': text });
  return outcome.kind === 'ended' ? machine.shown() : `${machine.shown()}<${outcome.kind}>`;
}
