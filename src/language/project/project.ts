/**
 * `spin.json`: what compiler, kernel and editor need to know of a folder of extensions. All three read it with this module.
 * Its JSON schema, for editors, is `vscode-extension/schemas/spin.schema.json`.
 */
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { isWarningCode } from '../warning-codes.ts';
import { JsonError, type JsonMember, type JsonValue, parseJson } from './json.ts';

export const PROJECT_FILE = 'spin.json';

/** Paths are as written: relative to the file's folder, or absolute. */
export interface Project {
  readonly name?: string;
  /** Folders of units that are compiled in where they are imported. */
  readonly libraryPath: readonly string[];
  /** Folders, or `.spx` files, of interfaces that other extensions implement. */
  readonly interfacePath: readonly string[];
  /** Extensions in their order of loading. */
  readonly run: readonly string[];
  /** Codes of warnings that are left out, or `all`; and whether those that are left are errors. */
  readonly warnings: { readonly off: readonly string[]; readonly asErrors: boolean };
}

export const NO_PROJECT: Project = {
  libraryPath: [],
  interfacePath: [],
  run: [],
  warnings: { off: [], asErrors: false },
};

/** What could be read; what is wrong is reported, and is as if it were not there. */
export function readProject(text: string, path: string): { project: Project; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const report = (code: string, at: { start: number; end: number }, message: string): void => {
    diagnostics.push({ code, severity: 'error', message, span: { file: path, start: at.start, end: at.end } });
  };

  const strings = (member: JsonMember): string[] => {
    const { value } = member;
    if (value.kind !== 'array') {
      report('P2003', value, `${member.name.text} must be a list of strings, not ${described(value)}`);
      return [];
    }
    return value.items.flatMap((item) => {
      if (item.kind === 'string' && item.text !== '') return [item.text];
      report('P2003', item, `${member.name.text} must be a list of strings; this is ${described(item)}`);
      return [];
    });
  };

  const codes = (member: JsonMember): string[] => {
    const items = member.value.kind === 'array' ? member.value.items : [];
    return strings(member).filter((code) => {
      if (/^all$/i.test(code) || isWarningCode(code.toUpperCase())) return true;
      const at = items.find((item) => item.kind === 'string' && item.text === code)!;
      report('P2004', at, `"${code}" is not the code of a warning`);
      return false;
    });
  };

  /** Calls the reader of each member; a name that comes twice counts as it was last written, as JSON has it. */
  const members = (
    value: JsonValue,
    what: string,
    readers: Readonly<Record<string, (m: JsonMember) => void>>,
  ): void => {
    if (value.kind !== 'object') {
      report('P2003', value, `${what} must be an object, not ${described(value)}`);
      return;
    }
    for (const member of value.members) {
      const { text: name } = member.name;
      if (Object.hasOwn(readers, name)) readers[name]!(member);
      else report('P2002', member.name, `${what} has no "${name}"; there are ${Object.keys(readers).join(', ')}`);
    }
  };

  const project: { -readonly [K in keyof Project]: Project[K] } = { ...NO_PROJECT };
  let [off, asErrors]: [string[], boolean] = [[], false];
  let whole: JsonValue;
  try {
    whole = parseJson(text);
  } catch (e) {
    if (!(e instanceof JsonError)) throw e;
    report('P2001', { start: e.at, end: e.at + 1 }, e.message);
    return { project, diagnostics };
  }
  members(whole, PROJECT_FILE, {
    name: ({ value }) => {
      if (value.kind === 'string' && value.text !== '') project.name = value.text;
      else report('P2003', value, `name must be a string, not ${described(value)}`);
    },
    libraryPath: (m) => (project.libraryPath = strings(m)),
    interfacePath: (m) => (project.interfacePath = strings(m)),
    run: (m) => (project.run = strings(m)),
    warnings: ({ value: warnings }) =>
      members(warnings, 'warnings', {
        off: (m) => (off = codes(m)),
        asErrors: ({ value }) => {
          if (value.kind === 'boolean') asErrors = value.value;
          else report('P2003', value, `asErrors must be true or false, not ${described(value)}`);
        },
      }),
    $schema: () => {},
  });
  project.warnings = { off: off.map((code) => (/^all$/i.test(code) ? 'all' : code.toUpperCase())), asErrors };
  return { project, diagnostics };
}

function described(value: JsonValue): string {
  switch (value.kind) {
    case 'array':
      return 'a list';
    case 'object':
      return 'an object';
    case 'null':
      return 'null';
    case 'boolean':
      return String(value.value);
    case 'string':
      return value.text === '' ? 'an empty string' : `"${value.text}"`;
    case 'number':
      return 'a number';
  }
}
