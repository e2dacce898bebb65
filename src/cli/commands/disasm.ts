import { printModule } from '../../bytecode/text/print.ts';
import type { CommandSpec } from '../arguments.ts';
import { decodeFile } from '../bytecode-files.ts';
import { EXIT, UsageError } from '../exit.ts';
import type { Command } from '../output.ts';

const spec: CommandSpec = {
  program: 'spinc',
  name: 'disasm',
  summary: 'print a .spx file as assembly, which "spinc asm" reads back',
  usage: 'spinc disasm FILE.spx',
  options: {},
  examples: [
    'spinc disasm hello.spx | less',
    'spinc disasm hello.spx > hello.spxt && spinc asm hello.spxt -o same.spx',
  ],
  exitStatus: ['0  fine', '1  the file cannot be read as bytecode'],
};

export const command: Command = {
  spec,
  run(args) {
    if (args.positionals.length !== 1) throw new UsageError('exactly one .spx file is wanted');
    process.stdout.write(printModule(decodeFile(args.positionals[0]!)));
    return EXIT.ok;
  },
};
