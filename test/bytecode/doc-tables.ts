/** The tables of `docs/bytecode.md`, made from the code that they describe. */
import { RULES } from '../../src/bytecode/errors.ts';
import {
  CUSTOM_SECTION,
  constant,
  DEBUG_SECTION,
  debugCodec,
  SECTIONS,
  STRINGS_SECTION,
  type,
} from '../../src/bytecode/format/schema.ts';
import { LIMITS } from '../../src/bytecode/limits.ts';
import { FAULTS, OPCODES } from '../../src/bytecode/opcodes.ts';
import { BUILTIN_NAMES } from '../../src/bytecode/text/names.ts';
import { BUILTIN_TYPES } from '../../src/bytecode/types.ts';

const cell = (text: string) => text.replaceAll('|', '\\|') || ' ';
const row = (...cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [row(...head), row(...head.map(() => '---')), ...rows.map((r) => row(...r))].join('\n');
const code = (text: string) => (text === '' ? '' : `\`${text}\``);
const hex = (value: number) => `0x${value.toString(16).padStart(2, '0')}`;

function opcodes(): string {
  return table(
    ['code', 'instruction', 'immediates', 'effect', 'meaning'],
    OPCODES.map((o) => [
      hex(o.code),
      code(o.name),
      o.immediates.join(' '),
      o.effect.trim(),
      [o.doc, o.allocates ? 'Allocates.' : '', o.faults ? 'May fault.' : ''].filter((part) => part !== '').join(' '),
    ]),
  );
}

function sections(): string {
  const rows: [number, string, string][] = [
    [STRINGS_SECTION, 'strings', '{ bytes }*'],
    ...Object.entries(SECTIONS).map(([name, s]): [number, string, string] => [s.id, name, s.codec.layout]),
    [DEBUG_SECTION, 'debug', debugCodec.layout],
    [CUSTOM_SECTION, 'custom', 'string, then anything'],
  ];
  return table(
    ['id', 'section', 'contents'],
    rows.map(([id, name, layout]) => [`${id}`, name, code(layout)]),
  );
}

const cases = (list: readonly { readonly kind: string; readonly layout: string }[]) =>
  table(
    ['tag', 'kind', 'fields'],
    list.map((c, i) => [`${i}`, c.kind, code(c.layout)]),
  );

function builtins(): string {
  const about = (i: number) => {
    const def = BUILTIN_TYPES[i]!;
    return def.kind === 'subrange' ? `subrange of ${BUILTIN_NAMES[def.base]}, ${def.lo} .. ${def.hi}` : def.kind;
  };
  return table(
    ['index', 'name', 'kind'],
    BUILTIN_NAMES.map((name, i) => [`${i}`, name, about(i)]),
  );
}

const WORDS: Readonly<Record<keyof typeof LIMITS, string>> = {
  file: 'bytes of a file',
  name: 'characters of a name',
  types: 'entries of the type table',
  typeNesting: 'types within each other by containment',
  objectDepth: 'supertypes of an object type',
  openDimensions: 'open dimensions of an array',
  variableSize:
    'bytes of a variable, of the fields of an object type, of the memory locals of a procedure; elements of an array',
  setElements: 'elements of a set type',
  parameters: 'parameters of a procedure type',
  raises: 'exceptions in a RAISES',
  locals: 'locals of a procedure',
  capturedAliases: 'captured aliases of a procedure, parameters not counted',
  code: 'bytes of code of a procedure',
  procedureNesting: 'procedures around a nested one',
  blockNesting: 'blocks within each other',
  stackHeight: 'operands on the stack',
  constantNesting: 'constants within each other',
};

export const TABLES: Readonly<Record<string, () => string>> = {
  opcodes,
  sections,
  types: () => cases(type.cases),
  constants: () => cases(constant.cases),
  builtins,
  limits: () =>
    table(
      ['at most', 'of'],
      Object.entries(LIMITS).map(([key, value]) => [`${value}`, WORDS[key as keyof typeof LIMITS]]),
    ),
  faults: () =>
    table(
      ['number', 'run-time error'],
      FAULTS.map((name, i) => [`${i}`, name]),
    ),
  rules: () =>
    table(
      ['code', 'rule'],
      Object.entries(RULES).map(([key, rule]) => [key, rule]),
    ),
};

/** The document with its tables as they should be. */
export function withTables(document: string): string {
  return document.replace(/<!-- table (\w+) -->\n[\s\S]*?<!-- end -->/g, (whole, name: string) => {
    const make = TABLES[name];
    return make ? `<!-- table ${name} -->\n${make()}\n<!-- end -->` : whole;
  });
}
