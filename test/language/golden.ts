/**
 * Golden sources: Modula-3 text with the diagnostics it must give written into it, each as a comment line below the line it is about:
 *
 *     x := y;
 *     (*   ^ M3401: y is not declared *)
 *
 * The caret stands under the first character; where there is no room for it, `(*@1 M3401: ... *)` gives the column. A file may hold
 * several units, each after a line `=== Name.i3`; `=== Name.i3 imported` is an interface of another domain, `=== Name.m3 library` a unit
 * that is found when it is needed. Before the units, a line `=== partial` leaves out the rules between units, and `=== errors` the warnings.
 *
 * `GOLDEN=update npx vitest run test/language/golden.test.ts` writes what the checker says into the files; read the difference.
 */
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { LineMap } from '../../src/diagnostics/lines.ts';
import {
  type CheckInput,
  type CheckResult,
  checkProgram,
  type FoundUnit,
  type SourceFile,
} from '../../src/language/check.ts';

export interface Section extends SourceFile {
  readonly role: 'own' | 'imported' | 'library';
  /** Lines of the whole file before this section's text. */
  readonly before: number;
}

export interface GoldenSource {
  readonly sections: readonly Section[];
  readonly partial: boolean;
  readonly errorsOnly: boolean;
}

const OPTIONS = new Set(['partial', 'errors']);
const MARK = /^=== +(\S+)(?: +(imported|library))? *$/;
const NOTE = /^\s*\(\*(?:\s*\^|@\d+) [PMWLBK]\d{4}: .*\*\)\s*$/;

export function readGolden(name: string, text: string): GoldenSource {
  const lines = text.split('\n');
  const sections: Section[] = [];
  const options = new Set<string>();
  let start = 0;
  let current: { path: string; role: Section['role'] } | undefined;
  const close = (end: number) => {
    if (current) sections.push({ ...current, before: start, text: lines.slice(start, end).join('\n') });
  };
  lines.forEach((line, i) => {
    const mark = MARK.exec(line);
    if (!mark) return;
    close(i);
    start = i + 1;
    if (OPTIONS.has(mark[1]!)) options.add(mark[1]!);
    else current = { path: mark[1]!, role: (mark[2] as Section['role'] | undefined) ?? 'own' };
  });
  current ??= { path: name, role: 'own' };
  close(lines.length);
  return { sections, partial: options.has('partial'), errorsOnly: options.has('errors') };
}

export const checkGolden = (source: GoldenSource): CheckResult => checkProgram(goldenInput(source));

export function goldenInput(source: GoldenSource): CheckInput {
  const found = (file: string): FoundUnit | undefined => {
    const section = source.sections.find((s) => s.path === file && s.role !== 'own');
    return section && { path: section.path, text: section.text, own: section.role === 'library' };
  };
  return {
    files: source.sections.filter((s) => s.role === 'own'),
    partial: source.partial,
    provider: {
      findInterface: (name) => found(`${name}.i3`),
      findModule: (name) => found(`${name}.m3`),
      findGenericInterface: (name) => found(`${name}.ig`),
      findGenericModule: (name) => found(`${name}.mg`),
      interfaceNames: () => source.sections.map((s) => s.path.replace(/\..*/, '')),
    },
  };
}

/** The text with exactly the notes that the checker's diagnostics ask for. */
export function annotated(name: string, text: string): string {
  const bare = text
    .split('\n')
    .filter((line) => !NOTE.test(line))
    .join('\n');
  const source = readGolden(name, bare);
  const { diagnostics } = checkGolden(source);
  const notes = new Map<number, string[]>();
  for (const diagnostic of diagnostics) {
    if (source.errorsOnly && diagnostic.severity !== 'error') continue;
    const section = source.sections.find((s) => s.path === diagnostic.span.file);
    if (!section)
      throw new Error(`${diagnostic.code} points into ${diagnostic.span.file}, which is no section of ${name}`);
    const { line, column } = new LineMap(section.text).position(diagnostic.span.start);
    const at = section.before + line;
    notes.set(at, [...(notes.get(at) ?? []), note(diagnostic, column)]);
  }
  return bare
    .split('\n')
    .flatMap((line, i) => [line, ...(notes.get(i + 1) ?? [])])
    .join('\n');
}

function note({ code, message }: Diagnostic, column: number): string {
  const what = `${code}: ${message.replaceAll('\n', ' ').replaceAll('*)', '* )').replaceAll('(*', '( *')}`;
  return column > 2 ? `(*${' '.repeat(column - 3)}^ ${what} *)` : `(*@${column} ${what} *)`;
}
