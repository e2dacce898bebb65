import { writeFileSync } from 'node:fs';
import { encodeModule } from '../../bytecode/encode.ts';
import { assemble } from '../../bytecode/text/assemble.ts';
import type { CommandSpec } from '../arguments.ts';
import { EXIT, InputError, UsageError } from '../exit.ts';
import type { Command } from '../output.ts';
import { readSource, reason } from '../sources.ts';

const spec: CommandSpec = {
  program: 'spinc',
  name: 'asm',
  summary: 'make a .spx file from assembly; nothing is verified here',
  usage: 'spinc asm FILE.spxt -o OUT.spx',
  options: { output: { type: 'string', short: 'o', value: 'OUT.spx', help: 'where to write' } },
  examples: ['spinc asm hello.spxt -o hello.spx && spinc verify hello.spx'],
  exitStatus: ['0  fine', '1  errors in the assembly', '64 wrong usage'],
};

export const command: Command = {
  spec,
  run(args) {
    const output = args.value('output');
    if (args.positionals.length !== 1 || output === undefined)
      throw new UsageError('one assembly file and -o OUT.spx are wanted');
    const { path, text } = readSource(args.positionals[0]!);
    const result = assemble(text);
    if ('error' in result)
      throw new InputError(`${path}:${result.error.line}:${result.error.column}: ${result.error.message}`);
    try {
      writeFileSync(output, encodeModule(result.module));
    } catch (e) {
      throw new InputError(`cannot write ${output}: ${reason(e)}`);
    }
    return EXIT.ok;
  },
};
