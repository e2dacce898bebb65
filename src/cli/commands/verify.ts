import type { CommandSpec } from '../arguments.ts';
import { loadBytecode } from '../bytecode-files.ts';
import { EXIT, UsageError } from '../exit.ts';
import type { Command } from '../output.ts';

const spec: CommandSpec = {
  program: 'spinc',
  name: 'verify',
  summary: 'prove a .spx file as the kernel would before it links it',
  usage: 'spinc verify FILE.spx...',
  options: {},
  examples: ['spinc verify hello.spx'],
  exitStatus: ['0  every file is proved', '1  some file is refused; the reasons are on standard error'],
};

export const command: Command = {
  spec,
  run(args) {
    if (args.positionals.length === 0) throw new UsageError('which .spx file?');
    let status: number = EXIT.ok;
    for (const path of args.positionals) {
      const { module, errors } = loadBytecode(path);
      for (const line of errors) process.stderr.write(`${path}: ${line}\n`);
      if (errors.length > 0) status = EXIT.input;
      else
        process.stdout.write(
          `${path}: verified, ${module!.procedures.length} procedures in ${module!.units.length} units\n`,
        );
    }
    return status;
  },
};
