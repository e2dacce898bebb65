/** Which warnings are shown, and whether they count as errors: the options that all commands share that compile. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { OptionSpec, ParsedArguments } from './arguments.ts';
import { UsageError } from './exit.ts';
import { explanation, isWarningCode } from './explanations.ts';

export const WARNING_OPTIONS = {
  'no-warn': {
    type: 'string',
    multiple: true,
    value: 'CODE[,CODE]',
    help: 'leave out these warnings; all leaves out every one; may be repeated',
  },
  'warn-as-error': { type: 'boolean', help: 'the warnings that are left are errors' },
} as const satisfies Record<string, OptionSpec>;

export interface WarningChoice {
  readonly hidden: ReadonlySet<string>;
  readonly asErrors: boolean;
}

export function warningChoice(args: ParsedArguments): WarningChoice {
  const words = args.values('no-warn').flatMap((value) => value.split(','));
  const hidden = new Set(words.map((word) => word.trim()).map((word) => (/^all$/i.test(word) ? ALL : codeOf(word))));
  return { hidden, asErrors: args.flag('warn-as-error') };
}

const ALL = 'all';

function codeOf(word: string): string {
  const code = word.toUpperCase();
  if (isWarningCode(code)) return code;
  if (explanation(code) === undefined) throw new UsageError(`--no-warn: there is no diagnostic "${word}"`);
  throw new UsageError(`--no-warn: ${code} is an error, and errors cannot be left out`);
}

/** What is left of the diagnostics, warnings turned into errors where that is wanted. */
export function chosen(diagnostics: readonly Diagnostic[], { hidden, asErrors }: WarningChoice): Diagnostic[] {
  const left = diagnostics.filter((d) => d.severity === 'error' || !(hidden.has(ALL) || hidden.has(d.code)));
  return asErrors ? left.map((d) => (d.severity === 'warning' ? { ...d, severity: 'error' } : d)) : left;
}
