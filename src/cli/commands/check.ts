import { chosen } from '../../diagnostics/choice.ts';
import type { CommandSpec } from '../arguments.ts';
import { EXIT, InputError, UsageError } from '../exit.ts';
import { CACHE_OPTION, doJob } from '../jobs.ts';
import { type Command, countErrors, OUTPUT_OPTIONS, type OutputStyle, outputStyle, report } from '../output.ts';
import { PATH_OPTIONS, pathOptions } from '../path-options.ts';
import { fromProject, projectFor } from '../project.ts';
import { gatherSources, pathKind, readSource, type SourceFile, sourcePaths } from '../sources.ts';
import { WARNING_OPTIONS, warningChoice } from '../warnings.ts';

const spec: CommandSpec = {
  program: 'spinc',
  name: 'check',
  summary: 'report errors and warnings; write nothing',
  usage: 'spinc check [FILE|DIR...] [OPTION...]',
  options: {
    'syntax-only': {
      type: 'boolean',
      help: 'only parse, each file by itself, and say at the end how many files, lines and errors there were',
    },
    ...PATH_OPTIONS,
    ...WARNING_OPTIONS,
    ...CACHE_OPTION,
    ...OUTPUT_OPTIONS,
  },
  examples: [
    'spinc check hello',
    'spinc check                       (each extension that spin.json runs)',
    'spinc check --syntax-only old-sources',
    'spinc check --format json . | jq .message',
  ],
  exitStatus: ['0  no errors (there may be warnings)', '1  errors in the input', '64 wrong usage'],
};

export const command: Command = {
  spec,
  async run(args) {
    const style = outputStyle(args);
    const project = projectFor(args.positionals, style);
    const warnings = warningChoice(args, project);
    const paths = pathOptions(args, project);
    const extensions = args.positionals.length > 0 ? [args.positionals] : fromProject(project, 'run').map((at) => [at]);
    if (extensions.length === 0) throw new UsageError('which files or folders?');
    if (args.flag('syntax-only')) return checkSyntax(sourcePaths(extensions.flat()), style);
    const cache = !args.flag('no-cache');
    let errors = 0;
    const before: string[] = [];
    for (const extension of extensions) {
      const interfacePaths = [...paths.interfacePaths, ...before];
      before.push(...extension);
      if (extension.some((path) => pathKind(path) === 'spx')) continue;
      const files = gatherSources(extension);
      const { diagnostics, sources } = await doJob(
        { kind: 'check', files, paths: { ...paths, interfacePaths } },
        cache,
      );
      const shown = chosen(diagnostics, warnings);
      report(shown, (path) => sources.get(path), style);
      errors += countErrors(shown);
    }
    return errors > 0 ? EXIT.input : EXIT.ok;
  },
};

/** One file at a time: neither texts nor trees nor messages of thousands of files are kept. A file that cannot be read does not stop the others. */
async function checkSyntax(paths: readonly string[], style: OutputStyle): Promise<number> {
  let [lines, errors] = [0, 0];
  for (const path of paths) {
    let file: SourceFile;
    try {
      file = readSource(path);
    } catch (e) {
      if (!(e instanceof InputError)) throw e;
      process.stderr.write(`${spec.program} ${spec.name}: error: ${e.message}\n`);
      errors++;
      continue;
    }
    const { diagnostics } = await doJob({ kind: 'parse', file });
    lines += countLines(file.text);
    errors += countErrors(diagnostics);
    report(diagnostics, () => file.text, style);
  }
  // Standard output is for diagnostics only, where tools read them as JSON.
  process.stderr.write(`${plural(paths.length, 'file')}, ${plural(lines, 'line')}, ${plural(errors, 'error')}\n`);
  return errors > 0 ? EXIT.input : EXIT.ok;
}

/** A last line without an end is a line. */
function countLines(text: string): number {
  let count = 0;
  for (let at = 0; at >= 0 && at < text.length; count++) {
    const end = text.indexOf('\n', at);
    at = end < 0 ? -1 : end + 1;
  }
  return count;
}

const plural = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;
