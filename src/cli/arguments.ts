/**
 * Command lines. Options may stand anywhere before `--`; what follows `--` is passed on.
 */
import { parseArgs } from 'node:util';
import { UsageError } from './exit.ts';

export interface OptionSpec {
  readonly type: 'string' | 'boolean';
  readonly short?: string;
  readonly multiple?: boolean;
  /** It stands alone, or one of these words follows; alone, its value is the first of them. */
  readonly choices?: readonly string[];
  /** Placeholder of the value and meaning, for the help text. */
  readonly value?: string;
  readonly help: string;
}

export interface CommandSpec {
  readonly program: string;
  readonly name: string;
  readonly summary: string;
  readonly usage: string;
  readonly options: Readonly<Record<string, OptionSpec>>;
  readonly examples: readonly string[];
  readonly exitStatus: readonly string[];
}

export interface ParsedArguments {
  readonly positionals: readonly string[];
  readonly rest: readonly string[];
  flag(name: string): boolean;
  value(name: string): string | undefined;
  values(name: string): readonly string[];
}

export function parseArguments(spec: CommandSpec, argv: readonly string[]): ParsedArguments {
  const separator = argv.indexOf('--');
  const mine = withChoices(spec, separator < 0 ? argv : argv.slice(0, separator));
  const options: Record<string, { type: 'string' | 'boolean'; short?: string; multiple?: boolean }> = {};
  for (const [name, o] of Object.entries(spec.options)) {
    options[name] = { type: o.type, ...(o.short ? { short: o.short } : {}), ...(o.multiple ? { multiple: true } : {}) };
  }
  let parsed: { values: Record<string, unknown>; positionals: string[] };
  try {
    parsed = parseArgs({ args: [...mine], options, allowPositionals: true, strict: true }) as typeof parsed;
  } catch (e) {
    throw new UsageError((e as Error).message.split('. To specify')[0]!.replace(/\n.*/s, ''));
  }
  return {
    positionals: parsed.positionals,
    rest: separator < 0 ? [] : argv.slice(separator + 1),
    flag: (name) => parsed.values[name] === true,
    value: (name) => parsed.values[name] as string | undefined,
    values: (name) => (parsed.values[name] as string[] | undefined) ?? [],
  };
}

/** `--stats json` and `--stats` as `--stats=json` and `--stats=text`. */
function withChoices(spec: CommandSpec, argv: readonly string[]): string[] {
  const all: string[] = [];
  for (let i = 0; i < argv.length; i++) {
    const choices = argv[i]!.startsWith('--') ? spec.options[argv[i]!.slice(2)]?.choices : undefined;
    if (!choices) all.push(argv[i]!);
    else if (choices.includes(argv[i + 1] ?? '')) all.push(`${argv[i]}=${argv[++i]}`);
    else all.push(`${argv[i]}=${choices[0]}`);
  }
  return all;
}

export function helpText(spec: CommandSpec): string {
  const rows = Object.entries(spec.options).map(([name, o]) => {
    const left = `  ${o.short ? `-${o.short}, ` : '    '}--${name}${o.value ? ` ${o.value}` : ''}`;
    return left.length < 34 ? left.padEnd(34) + o.help : `${left}\n${' '.repeat(34)}${o.help}`;
  });
  return [
    `${spec.program} ${spec.name} — ${spec.summary}`,
    '',
    'Usage:',
    `  ${spec.usage}`,
    '',
    'Options:',
    ...rows,
    '',
    'Examples:',
    ...spec.examples.map((e) => `  ${e}`),
    '',
    'Exit status:',
    ...spec.exitStatus.map((e) => `  ${e}`),
    '',
  ].join('\n');
}

/** A non-negative number given as text. */
export function numberOption(args: ParsedArguments, name: string, whole: boolean): number | undefined {
  const text = args.value(name);
  if (text === undefined) return undefined;
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value) || value < 0 || (whole && !Number.isSafeInteger(value))) {
    throw new UsageError(`option --${name} wants ${whole ? 'a whole number' : 'a number'} from 0, not "${text}"`);
  }
  return value;
}

export function choiceOption<T extends string>(
  args: ParsedArguments,
  name: string,
  choices: readonly T[],
  initial: T,
): T {
  const text = args.value(name) ?? initial;
  if (!(choices as readonly string[]).includes(text))
    throw new UsageError(`option --${name} wants one of ${choices.join(', ')}, not "${text}"`);
  return text as T;
}

/** The value of an option with choices; undefined if it is not there. */
export function optionalChoice(args: ParsedArguments, spec: CommandSpec, name: string): string | undefined {
  const value = args.value(name);
  const choices = spec.options[name]!.choices!;
  if (value === undefined || choices.includes(value)) return value;
  throw new UsageError(`--${name}=${value}: there are ${choices.join(', ')}`);
}
