import { checkProgram } from '../../language/check.ts';
import { parseUnit } from '../../language/parser/parse.ts';
import type { CommandSpec } from '../arguments.ts';
import { EXIT, UsageError } from '../exit.ts';
import { type Command, countErrors, OUTPUT_OPTIONS, outputStyle, report } from '../output.ts';
import { PATH_OPTIONS, pathOptions } from '../path-options.ts';
import { createProvider } from '../provider.ts';
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
  run(args) {
    if (args.positionals.length === 0) throw new UsageError('which files or folders?');
    const style = outputStyle(args);
    const files = gatherSources(args.positionals);
    if (args.flag('syntax-only')) {
      let errors = 0;
      // One file at a time: neither trees nor messages of thousands of files are kept.
      for (const { path, text } of files) {
        const { diagnostics } = parseUnit(text, path);
        errors += countErrors(diagnostics);
        report(diagnostics, () => text, style);
      }
      return errors > 0 ? EXIT.input : EXIT.ok;
    }
    const { diagnostics, source } = checkProgram({ files, provider: createProvider(pathOptions(args)) });
    report(diagnostics, source, style);
    return countErrors(diagnostics) > 0 ? EXIT.input : EXIT.ok;
  },
};
