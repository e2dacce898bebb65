/** Every warning can be switched off where it stands, by <*NOWARN*>, and altogether, by its code; an error by neither. */
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/cli/compile.ts';
import { type ExampleFile, filesOf } from '../../src/cli/examples/example.ts';
import { EXAMPLES } from '../../src/cli/examples/index.ts';
import { createProvider } from '../../src/cli/provider.ts';
import { chosen } from '../../src/diagnostics/choice.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { isWarningCode } from '../../src/language/warning-codes.ts';

function diagnose(files: readonly ExampleFile[]): Diagnostic[] {
  const provider = createProvider({ libraryPaths: [], interfacePaths: [] });
  return [...compile('example', files, provider).diagnostics];
}

/** The files with the pragma at the end of the line of each diagnostic. */
function marked(files: readonly ExampleFile[], found: readonly Diagnostic[]): ExampleFile[] {
  return files.map(({ path, text }) => {
    const ends = new Set(found.filter((d) => d.span.file === path).map((d) => text.indexOf('\n', d.span.start)));
    const lines = [...ends]
      .sort((a, b) => b - a)
      .reduce((t, end) => `${t.slice(0, end)} <*NOWARN*>${t.slice(end)}`, text);
    return { path, text: lines };
  });
}

const codes = (diagnostics: readonly Diagnostic[]): string[] => diagnostics.map(({ code }) => code);

describe.each(Object.entries(EXAMPLES).filter(([code]) => isWarningCode(code)))('%s', (code, { wrong }) => {
  const files = filesOf(wrong);
  const found = diagnose(files).filter((d) => d.code === code);

  it('is a warning', () => expect(new Set(found.map((d) => d.severity))).toEqual(new Set(['warning'])));

  it('is switched off by <*NOWARN*> on its line', () => {
    expect(codes(diagnose(marked(files, found)))).not.toContain(code);
  });

  it('is switched off by its code, and with all', () => {
    expect(codes(chosen(diagnose(files), { hidden: new Set([code]), asErrors: false }))).not.toContain(code);
    expect(chosen(diagnose(files), { hidden: new Set(['all']), asErrors: false })).toEqual([]);
  });
});

it('an error is switched off by nothing', () => {
  const files = filesOf(EXAMPLES['M3520']!.wrong);
  const found = diagnose(files);
  expect(codes(diagnose(marked(files, found)))).toContain('M3520');
  expect(codes(chosen(found, { hidden: new Set(['all', 'M3520']), asErrors: false }))).toContain('M3520');
});
