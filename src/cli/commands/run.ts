import { resolve } from 'node:path';
import { decodeModule } from '../../bytecode/decode.ts';
import { chosen, type WarningChoice } from '../../diagnostics/choice.ts';
import { powerOn } from '../../emulator/board.ts';
import { boot } from '../../kernel/boot.ts';
import { initialise, loadDomain, type Outcome, resolveAll, run } from '../../kernel/control.ts';
import type { Domain } from '../../kernel/domain/domain.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { LinkError } from '../../kernel/load/link-error.ts';
import type { SourceFile } from '../../language/check.ts';
import { type CommandSpec, numberOption, optionalChoice } from '../arguments.ts';
import { EXIT, InputError, UsageError } from '../exit.ts';
import { nodeHost } from '../host/node.ts';
import { eventGraph, eventTable } from '../introspection/events.ts';
import { statistics, statisticsJson } from '../introspection/statistics.ts';
import { TraceFile } from '../introspection/trace.ts';
import { CACHE_OPTION, doJob } from '../jobs.ts';
import { kernelBytes, kernelImage, packageFinder } from '../library.ts';
import { type Command, countErrors, OUTPUT_OPTIONS, type OutputStyle, outputStyle, report } from '../output.ts';
import { PATH_OPTIONS, pathOptions } from '../path-options.ts';
import { fromProject, projectFor } from '../project.ts';
import type { ProviderOptions } from '../provider.ts';
import { applyQuotas, type QuotaOption, quotaOptions } from '../quotas.ts';
import { extensionName, gatherSources, pathKind, readBytes } from '../sources.ts';
import { WARNING_OPTIONS, warningChoice } from '../warnings.ts';

const spec: CommandSpec = {
  program: 'spin',
  name: 'run',
  summary: 'boot a kernel, load extensions, and run them',
  usage: 'spin run [EXTENSION...] [OPTION...] [-- ARGUMENT...]',
  options: {
    ...PATH_OPTIONS,
    fuel: { type: 'string', value: 'N', help: 'stop after so many units of work (about one a loop iteration or call)' },
    'time-limit': { type: 'string', value: 'SECONDS', help: 'stop after so much real time' },
    memory: { type: 'string', value: 'MEGABYTES', help: 'memory of the machine (1024)' },
    quota: {
      type: 'string',
      multiple: true,
      value: 'NAME:LIMITS',
      help: 'limits of a domain, "*" for each: memory=16M, strands=50, handlers=100, cpu=10%, fuel=1e9, with commas between',
    },
    stats: {
      type: 'string',
      choices: ['text', 'json'],
      value: '[json]',
      help: 'tell at the end what was loaded, raised and allocated',
    },
    events: {
      type: 'string',
      choices: ['table', 'dot'],
      value: '[dot]',
      help: 'tell at the end who handles what, as a table or for Graphviz',
    },
    trace: {
      type: 'string',
      value: 'FILE',
      help: 'write what happened when (strands, events, collections), for Perfetto and chrome://tracing',
    },
    ...WARNING_OPTIONS,
    ...CACHE_OPTION,
    ...OUTPUT_OPTIONS,
  },
  examples: [
    'spin run Main.m3 A.i3 A.m3        (source files together are one extension)',
    'spin run console logger client    (each folder is an extension in a domain of its own)',
    'spin run                          (what spin.json says under "run")',
    'spin run net.spx server -- 8080   (what follows -- goes to Params)',
    'spin run --quota guest:memory=16M,cpu=10% host guest',
  ],
  exitStatus: [
    '0  every body ended normally and no strand is left',
    '1  an extension could not be compiled or loaded; the others ran',
    '2  an uncaught exception or run-time error, a limit was reached, or strands are left that nothing can wake',
    '64 wrong usage',
    'N  after Process.Exit(N)',
  ],
};

/** What becomes one domain. */
interface Extension {
  readonly name: string;
  /** A `.spx` file, or sources. */
  readonly paths: readonly string[];
  readonly compiled: boolean;
}

/** Folders and `.spx` files are extensions each; all source files named directly are one, at the place of the first. */
function extensionsOf(paths: readonly string[]): Extension[] {
  const extensions: Extension[] = [];
  const direct: string[] = [];
  for (const path of paths) {
    const kind = pathKind(path);
    if (kind !== 'source')
      extensions.push({ name: extensionName(resolve(path)), paths: [path], compiled: kind === 'spx' });
    else {
      if (direct.length === 0) extensions.push({ name: extensionName(path), paths: direct, compiled: false });
      direct.push(path);
    }
  }
  return extensions;
}

export const command: Command = {
  spec,
  async run(args) {
    const style = outputStyle(args);
    const project = projectFor(args.positionals, style);
    const named = args.positionals.length > 0 ? args.positionals : fromProject(project, 'run');
    if (named.length === 0) throw new UsageError('which extensions?');
    const paths = pathOptions(args, project);
    const warnings = warningChoice(args, project);
    const fuel = numberOption(args, 'fuel', true);
    const seconds = numberOption(args, 'time-limit', false);
    const megabytes = numberOption(args, 'memory', true);
    const quotas = quotaOptions(args.values('quota'));
    const extensions = extensionsOf(named);
    const machine = powerOn(nodeHost({ parameters: [extensions[0]!.name, ...args.rest] }));
    const image = kernelImage();
    const kernel = boot(machine, kernelBytes(), {
      packages: packageFinder(),
      ...(image && { image }),
      ...(megabytes === undefined ? {} : { memoryBytes: megabytes * 2 ** 20 }),
    });
    kernel.strands.limits = {
      ...(fuel === undefined ? {} : { fuel }),
      ...(seconds === undefined ? {} : { milliseconds: machine.elapsed() + seconds * 1000 }),
    };
    const stats = optionalChoice(args, spec, 'stats');
    const events = optionalChoice(args, spec, 'events');
    const file = args.value('trace');
    if (events) kernel.dispatcher.measure();
    const trace = file === undefined ? undefined : new TraceFile(kernel, file);
    const status = await new Session(kernel, { paths, style, quotas, warnings, cache: !args.flag('no-cache') }).run(
      extensions,
    );
    machine.console.flush();
    trace?.write();
    if (events) process.stderr.write(events === 'dot' ? eventGraph(kernel) : eventTable(kernel));
    if (stats) process.stderr.write(stats === 'json' ? statisticsJson(kernel) : statistics(kernel));
    // Strands that nothing can wake, or that a limit stopped, would keep the process.
    process.exit(status);
  },
};

interface SessionOptions {
  readonly paths: ProviderOptions;
  readonly style: OutputStyle;
  readonly quotas: readonly QuotaOption[];
  readonly warnings: WarningChoice;
  readonly cache: boolean;
}

/** Loading extensions one after the other; what fails is reported, and the next one is tried. */
class Session {
  readonly #kernel: Kernel;
  readonly #options: SessionOptions;
  /** The latest first, so that of two domains with one interface the later one is linked. */
  readonly #domains: Domain[] = [];
  /** Sources of the interfaces of the domains that are there, for compiling the next. */
  readonly #interfaces = new Map<string, SourceFile>();
  #status: number = EXIT.ok;

  constructor(kernel: Kernel, options: SessionOptions) {
    this.#kernel = kernel;
    this.#options = options;
  }

  async run(extensions: readonly Extension[]): Promise<number> {
    for (const extension of extensions) {
      const outcome = await this.#load(extension);
      if (outcome && this.#ends(outcome)) return this.#status;
    }
    this.#ends(await run(this.#kernel));
    if (this.#kernel.counts.failures > 0) this.#fail(EXIT.uncaught);
    return this.#status;
  }

  /** Undefined when it could not be loaded, which is reported. */
  async #load(extension: Extension): Promise<Outcome | undefined> {
    const bytes = await this.#bytes(extension);
    if (!bytes) return void this.#fail(EXIT.input);
    try {
      const domain = loadDomain(this.#kernel, extension.name, bytes);
      for (const e of domain.extensions) applyQuotas(this.#kernel, this.#options.quotas, extension.name, e.account);
      const linked = await resolveAll(this.#kernel, domain, [...this.#domains, this.#kernel.publicDomain]);
      if (linked.kind !== 'ended') return linked;
      this.#domains.unshift(domain);
      this.#remember(extension, bytes);
      return await initialise(this.#kernel, domain);
    } catch (e) {
      if (!(e instanceof LinkError)) throw e;
      this.#kernel.machine.console.flush();
      process.stderr.write(
        `spin: error[${e.code}]: cannot load ${extension.name}: ${e.message}\n${e.details.map((d) => `  ${d}\n`).join('')}`,
      );
      return void this.#fail(EXIT.input);
    }
  }

  async #bytes(extension: Extension): Promise<Uint8Array | undefined> {
    try {
      if (extension.compiled) return readBytes(extension.paths[0]!);
      const { name } = extension;
      const paths = { ...this.#options.paths, loaded: this.#interfaces };
      const job = { kind: 'compile', name, files: gatherSources(extension.paths), paths } as const;
      const { diagnostics, bytes, sources } = await doJob(job, this.#options.cache);
      const shown = chosen(diagnostics, this.#options.warnings);
      // What extensions printed so far comes before what is said about this one.
      if (shown.length > 0) this.#kernel.machine.console.flush();
      report(shown, (path) => sources.get(path), this.#options.style);
      return countErrors(shown) > 0 ? undefined : bytes;
    } catch (e) {
      if (!(e instanceof InputError)) throw e;
      process.stderr.write(`spin: error: ${e.message}\n`);
      return undefined;
    }
  }

  #remember({ name }: Extension, bytes: Uint8Array): void {
    const decoded = decodeModule(bytes);
    if ('error' in decoded) return;
    for (const i of decoded.module.interfaces)
      this.#interfaces.set(i.name, { path: `${name}(${i.name}.i3)`, text: i.source });
  }

  /** Whether the whole run is over. */
  #ends(outcome: Outcome): boolean {
    switch (outcome.kind) {
      case 'ended':
        return false;
      case 'exit':
        this.#status = outcome.code;
        return true;
      case 'failed':
        this.#fail(EXIT.uncaught);
        return false;
      case 'limit':
        process.stderr.write(`spin: stopped: the ${outcome.limit} limit was reached\n`);
        this.#fail(EXIT.uncaught);
        return true;
      case 'deadlock':
        process.stderr.write(`spin: deadlock: no strand can go on\n${outcome.strands.map((s) => `  ${s}\n`).join('')}`);
        this.#fail(EXIT.uncaught);
        return true;
    }
  }

  /** The first failure decides. */
  #fail(status: number): void {
    if (this.#status === EXIT.ok) this.#status = status;
  }
}
