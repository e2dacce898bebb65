/**
 * What both tools share in talking to people: colour, diagnostics, the way errors end a command.
 */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { renderJson } from '../diagnostics/json.ts';
import { renderText, type SourceLookup } from '../diagnostics/text.ts';
import { type CommandSpec, choiceOption, helpText, type OptionSpec, type ParsedArguments } from './arguments.ts';
import { EXIT, InputError, UsageError } from './exit.ts';

export type Format = 'text' | 'json';

export const OUTPUT_OPTIONS = {
  format: { type: 'string', value: 'text|json', help: 'how diagnostics are shown' },
  color: {
    type: 'string',
    value: 'auto|always|never',
    help: 'colour; auto means on a terminal, unless NO_COLOR is set',
  },
} as const satisfies Record<string, OptionSpec>;

export interface OutputStyle {
  readonly format: Format;
  /** Asked for when there is something to show: Node makes its streams when they are first looked at, and takes its time. */
  readonly color: boolean;
}

export function outputStyle(args: ParsedArguments): OutputStyle {
  const color = choiceOption(args, 'color', ['auto', 'always', 'never'], 'auto');
  const automatic = (): boolean =>
    process.stderr.isTTY === true && !process.env['NO_COLOR'] && process.env['TERM'] !== 'dumb';
  return {
    format: choiceOption(args, 'format', ['text', 'json'], 'text'),
    get color() {
      return color === 'always' || (color === 'auto' && automatic());
    },
  };
}

/** Text goes to standard error, where messages belong; JSON lines to standard output, where tools read. */
export function report(diagnostics: readonly Diagnostic[], source: SourceLookup, style: OutputStyle): void {
  if (diagnostics.length === 0) return;
  if (style.format === 'json') process.stdout.write(renderJson(diagnostics, source));
  else process.stderr.write(renderText(diagnostics, source, { color: style.color }));
}

export const countErrors = (diagnostics: readonly Diagnostic[]): number =>
  diagnostics.filter((d) => d.severity === 'error').length;

export interface Command {
  readonly spec: CommandSpec;
  run(args: ParsedArguments): Promise<number> | number;
}

/** Runs a command and turns what it throws into a message and an exit status. Unexpected errors are ours: they say so. */
export async function runCommand(
  command: Command,
  argv: readonly string[],
  parse: (spec: CommandSpec, argv: readonly string[]) => ParsedArguments,
): Promise<number> {
  const { spec } = command;
  const name = `${spec.program} ${spec.name}`;
  try {
    const beforeRest = argv.indexOf('--') < 0 ? argv : argv.slice(0, argv.indexOf('--'));
    if (beforeRest.includes('--help') || beforeRest.includes('-h')) {
      process.stdout.write(helpText(spec));
      return EXIT.ok;
    }
    return await command.run(parse(spec, argv));
  } catch (e) {
    if (e instanceof UsageError) {
      process.stderr.write(`${name}: ${e.message}\nTry "${name} --help".\n`);
      return EXIT.usage;
    }
    if (e instanceof InputError) {
      process.stderr.write(`${name}: error: ${e.message}\n`);
      return EXIT.input;
    }
    throw e;
  }
}

/** Ends the process when everything written has gone out, also through a slow pipe. */
export function finish(status: number): void {
  process.exitCode = status;
}

/** An error that nobody expected is a mistake of the tool. Says so, with what a report should contain. */
export function crashed(e: unknown): number {
  const what = e instanceof Error ? (e.stack ?? e.message) : String(e);
  process.stderr.write(`internal error (please report this, with the input): ${what}\n`);
  return EXIT.internal;
}

/** A reader that went away (`spinc … | head`) is no error of ours. The streams are made when somebody writes to them, as ever. */
export function ignoreClosedPipes(): void {
  for (const name of ['stdout', 'stderr'] as const) {
    const made = Object.getOwnPropertyDescriptor(process, name)!.get!.bind(process) as () => NodeJS.WriteStream;
    let stream: NodeJS.WriteStream | undefined;
    Object.defineProperty(process, name, {
      configurable: true,
      enumerable: true,
      get: () => (stream ??= forgiving(made())),
    });
  }
}

function forgiving(stream: NodeJS.WriteStream): NodeJS.WriteStream {
  return stream.on('error', (e: NodeJS.ErrnoException) => {
    if (e.code === 'EPIPE') process.exit(EXIT.ok);
    throw e;
  });
}
