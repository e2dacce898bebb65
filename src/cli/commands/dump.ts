import type { SpxModule } from '../../bytecode/module.ts';
import { T } from '../../bytecode/types.ts';
import { type CommandSpec, choiceOption } from '../arguments.ts';
import { decodeFile } from '../bytecode-files.ts';
import { EXIT, UsageError } from '../exit.ts';
import type { Command } from '../output.ts';

const SECTIONS = [
  'all',
  'units',
  'imports',
  'interfaces',
  'types',
  'globals',
  'exceptions',
  'procedures',
  'texts',
] as const;
type Section = (typeof SECTIONS)[number];

const spec: CommandSpec = {
  program: 'spinc',
  name: 'dump',
  summary: 'show what is in a .spx file, as JSON',
  usage: 'spinc dump FILE.spx [--section NAME]',
  options: { section: { type: 'string', value: SECTIONS.join('|'), help: 'only that part' } },
  examples: ['spinc dump hello.spx --section imports'],
  exitStatus: ['0  fine', '1  the file cannot be read as bytecode', '64 wrong usage'],
};

/** Code and sources are left out: `disasm` shows code. */
function sections(m: SpxModule): Record<Exclude<Section, 'all'>, unknown> {
  const firstType = Object.keys(T).length;
  return {
    units: m.units,
    imports: m.imports,
    interfaces: m.interfaces.map(({ source, ...rest }) => ({ ...rest, sourceCharacters: source.length })),
    types: m.types.map((type, i) => ({ index: firstType + i, ...type })),
    globals: m.globals,
    exceptions: m.exceptions,
    procedures: m.procedures.map(({ code, lines: _, ...rest }) => ({ ...rest, codeBytes: code.length })),
    texts: m.texts,
  };
}

export const command: Command = {
  spec,
  run(args) {
    if (args.positionals.length !== 1) throw new UsageError('exactly one .spx file is wanted');
    const section = choiceOption<Section>(args, 'section', SECTIONS, 'all');
    const module = decodeFile(args.positionals[0]!);
    const all = sections(module);
    const shown = section === 'all' ? { name: module.name, ...all } : all[section];
    process.stdout.write(`${JSON.stringify(shown, (_, v) => (typeof v === 'bigint' ? v.toString() : v), 2)}\n`);
    return EXIT.ok;
  },
};
