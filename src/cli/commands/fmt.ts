import { readFileSync } from 'node:fs';
import type { CommandSpec } from '../arguments.ts';
import { EXIT, InputError, UsageError } from '../exit.ts';
import { doJob } from '../jobs.ts';
import { type Command, OUTPUT_OPTIONS, type OutputStyle, outputStyle, report } from '../output.ts';
import { encodedSource, readBytes, reason, replaceFile, sourcePaths } from '../sources.ts';

const spec: CommandSpec = {
  program: 'spinc',
  name: 'fmt',
  summary: 'lay out sources in the usual style; only blanks and line ends change',
  usage: 'spinc fmt FILE|DIR... [OPTION...]',
  options: {
    check: {
      type: 'boolean',
      help: 'write nothing; list the files that would change, and exit with 1 if there are any',
    },
    stdin: { type: 'boolean', help: 'from standard input to standard output' },
    ...OUTPUT_OPTIONS,
  },
  examples: ['spinc fmt .', 'spinc fmt --check lib || echo "not formatted"', 'spinc fmt --stdin <Hello.m3'],
  exitStatus: [
    '0  all files are in the usual style, now or (--check) already',
    '1  errors in the input, which is left as it is; or (--check) files that would change',
    '64 wrong usage',
  ],
};

export const command: Command = {
  spec,
  async run(args) {
    const style = outputStyle(args);
    const check = args.flag('check');
    if (args.flag('stdin')) {
      if (args.positionals.length > 0) throw new UsageError('either --stdin or files and folders');
      return formatInput(check, style);
    }
    if (args.positionals.length === 0) throw new UsageError('which files or folders?');
    return formatFiles(sourcePaths(args.positionals), check, style);
  },
};

async function formatInput(check: boolean, style: OutputStyle): Promise<number> {
  let bytes: Buffer;
  try {
    bytes = readFileSync(0);
  } catch (e) {
    throw new InputError(`cannot read standard input: ${reason(e)}`);
  }
  const { text, encode } = encodedSource(bytes);
  const formatted = await formattedText('<stdin>', text, style);
  if (formatted === undefined) return EXIT.input;
  if (!check) process.stdout.write(encode(formatted));
  return check && formatted !== text ? EXIT.input : EXIT.ok;
}

/** One file at a time. A file that cannot be read, parsed or written does not stop the others. */
async function formatFiles(paths: readonly string[], check: boolean, style: OutputStyle): Promise<number> {
  let [changed, wrong] = [0, 0];
  for (const path of paths) {
    try {
      const { text, encode } = encodedSource(Buffer.from(readBytes(path)));
      const formatted = await formattedText(path, text, style);
      if (formatted === undefined) wrong++;
      else if (formatted !== text) {
        changed++;
        if (check) process.stdout.write(`${path}\n`);
        else replaceFile(path, encode(formatted));
      }
    } catch (e) {
      if (!(e instanceof InputError)) throw e;
      process.stderr.write(`${spec.program} ${spec.name}: error: ${e.message}\n`);
      wrong++;
    }
  }
  const files = `${paths.length} file${paths.length === 1 ? '' : 's'}`;
  const left = wrong > 0 ? `, ${wrong} left alone because of errors` : '';
  process.stderr.write(`${files}, ${changed} ${check ? 'would change' : 'changed'}${left}\n`);
  return wrong > 0 || (check && changed > 0) ? EXIT.input : EXIT.ok;
}

/** Undefined if there are syntax errors; they are reported. */
async function formattedText(path: string, text: string, style: OutputStyle): Promise<string | undefined> {
  const { diagnostics, formatted } = await doJob({ kind: 'format', file: { path, text } });
  report(diagnostics, () => text, style);
  return formatted;
}
