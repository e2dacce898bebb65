import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { chosen } from '../../diagnostics/choice.ts';
import type { CommandSpec } from '../arguments.ts';
import { EXIT, InputError, UsageError } from '../exit.ts';
import { CACHE_OPTION, doJob } from '../jobs.ts';
import { type Command, countErrors, OUTPUT_OPTIONS, outputStyle, report } from '../output.ts';
import { PATH_OPTIONS, pathOptions } from '../path-options.ts';
import { projectFor } from '../project.ts';
import { extensionName, gatherSources, reason } from '../sources.ts';
import { WARNING_OPTIONS, warningChoice } from '../warnings.ts';

const spec: CommandSpec = {
  program: 'spinc',
  name: 'build',
  summary: 'compile sources to one extension',
  usage: 'spinc [build] FILE|DIR... [-o OUT.spx] [OPTION...]',
  options: {
    output: {
      type: 'string',
      short: 'o',
      value: 'OUT.spx',
      help: 'where to write (NAME.spx, after the first file or folder)',
    },
    ...PATH_OPTIONS,
    ...WARNING_OPTIONS,
    ...CACHE_OPTION,
    ...OUTPUT_OPTIONS,
  },
  examples: [
    'spinc hello -o hello.spx',
    'spinc Main.m3 A.i3 A.m3',
    'spinc logger --interface-path console',
    'spinc hello --library-path lib --no-warn=W4401,W4402 --warn-as-error',
  ],
  exitStatus: ['0  fine', '1  errors in the input; nothing is written', '64 wrong usage'],
};

export const command: Command = {
  spec,
  async run(args) {
    if (args.positionals.length === 0) throw new UsageError('which files or folders?');
    const style = outputStyle(args);
    const project = projectFor(args.positionals, style);
    const warnings = warningChoice(args, project);
    const name = extensionName(resolve(args.positionals[0]!));
    const output = args.value('output') ?? `${name}.spx`;
    const paths = pathOptions(args, project);
    const job = { kind: 'compile', name, files: gatherSources(args.positionals), paths } as const;
    const { diagnostics, bytes, sources } = await doJob(job, !args.flag('no-cache'));
    const shown = chosen(diagnostics, warnings);
    report(shown, (path) => sources.get(path), style);
    if (!bytes || countErrors(shown) > 0) return EXIT.input;
    try {
      writeFileSync(output, bytes);
    } catch (e) {
      throw new InputError(`cannot write ${output}: ${reason(e)}`);
    }
    return EXIT.ok;
  },
};
