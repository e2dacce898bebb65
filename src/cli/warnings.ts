/** Which warnings are shown, and whether they count as errors: the options that all commands share that compile. */
import { ALL_WARNINGS, bothChoices, type WarningChoice } from '../diagnostics/choice.ts';
import { isWarningCode } from '../language/warning-codes.ts';
import type { OptionSpec, ParsedArguments } from './arguments.ts';
import { UsageError } from './exit.ts';
import { explanation } from './explanations.ts';
import type { FoundProject } from './project.ts';

export const WARNING_OPTIONS = {
  'no-warn': {
    type: 'string',
    multiple: true,
    value: 'CODE[,CODE]',
    help: 'leave out these warnings; all leaves out every one; may be repeated',
  },
  'warn-as-error': { type: 'boolean', help: 'the warnings that are left are errors' },
} as const satisfies Record<string, OptionSpec>;

/** What the command line says, and the project. */
export function warningChoice(args: ParsedArguments, found: FoundProject | undefined): WarningChoice {
  const words = args.values('no-warn').flatMap((value) => value.split(','));
  const hidden = new Set(
    words.map((word) => word.trim()).map((word) => (/^all$/i.test(word) ? ALL_WARNINGS : codeOf(word))),
  );
  const here = { hidden, asErrors: args.flag('warn-as-error') };
  const { off, asErrors } = found?.project.warnings ?? { off: [], asErrors: false };
  return bothChoices(here, { hidden: new Set(off), asErrors });
}

function codeOf(word: string): string {
  const code = word.toUpperCase();
  if (isWarningCode(code)) return code;
  if (explanation(code) === undefined) throw new UsageError(`--no-warn: there is no diagnostic "${word}"`);
  throw new UsageError(`--no-warn: ${code} is an error, and errors cannot be left out`);
}
