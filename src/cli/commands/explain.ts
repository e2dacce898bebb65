import type { CommandSpec } from '../arguments.ts';
import { EXIT, InputError, UsageError } from '../exit.ts';
import { explanation } from '../explanations.ts';
import type { Command } from '../output.ts';

const spec: CommandSpec = {
  program: 'spinc',
  name: 'explain',
  summary: 'what a diagnostic code means',
  usage: 'spinc explain CODE   or   spinc --explain CODE',
  options: {},
  examples: ['spinc --explain M3501'],
  exitStatus: ['0  fine', '1  there is no such code', '64 wrong usage'],
};

export const command: Command = {
  spec,
  run(args) {
    if (args.positionals.length !== 1) throw new UsageError('exactly one code is wanted, for example M3501');
    const code = args.positionals[0]!.toUpperCase();
    const text = explanation(code);
    if (text === undefined) throw new InputError(`there is no diagnostic ${code}`);
    process.stdout.write(`${code}: ${text}\n`);
    return EXIT.ok;
  },
};
