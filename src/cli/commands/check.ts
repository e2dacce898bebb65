import type { CommandSpec } from '../arguments.ts';
import { EXIT, UsageError } from '../exit.ts';
import { doJob } from '../jobs.ts';
import { type Command, countErrors, OUTPUT_OPTIONS, outputStyle, report } from '../output.ts';
import { PATH_OPTIONS, pathOptions } from '../path-options.ts';
import { gatherSources } from '../sources.ts';

const spec: CommandSpec = {
  program: 'spinc',
  name: 'check',
  summary: 'report errors and warnings; write nothing',
  usage: 'spinc check FILE|DIR... [OPTION...]',
  options: {
    'syntax-only': { type: 'boolean', help: 'only parse, each file by itself' },
    ...PATH_OPTIONS,
    ...OUTPUT_OPTIONS,
  },
  examples: ['spinc check hello', 'spinc check --syntax-only old-sources', 'spinc check --format json . | jq .message'],
  exitStatus: ['0  no errors (there may be warnings)', '1  errors in the input', '64 wrong usage'],
};

export const command: Command = {
  spec,
  async run(args) {
    if (args.positionals.length === 0) throw new UsageError('which files or folders?');
    const style = outputStyle(args);
    const files = gatherSources(args.positionals);
    if (args.flag('syntax-only')) {
      let errors = 0;
      // One file at a time: neither trees nor messages of thousands of files are kept.
      for (const file of files) {
        const { diagnostics } = await doJob({ kind: 'parse', file });
        errors += countErrors(diagnostics);
        report(diagnostics, () => file.text, style);
      }
      return errors > 0 ? EXIT.input : EXIT.ok;
    }
    const { diagnostics, sources } = await doJob({ kind: 'check', files, paths: pathOptions(args) });
    report(diagnostics, (path) => sources.get(path), style);
    return countErrors(diagnostics) > 0 ? EXIT.input : EXIT.ok;
  },
};
