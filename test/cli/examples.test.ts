/** The wrong example of each page gives the diagnostic of the page and nothing else; the right one gives nothing. */
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/cli/compile.ts';
import { type ExampleFile, filesOf } from '../../src/cli/examples/example.ts';
import { EXAMPLES } from '../../src/cli/examples/index.ts';
import { EXPLAINED } from '../../src/cli/explanations.ts';
import { createProvider } from '../../src/cli/provider.ts';

/** Pages without example, and why. */
const WITHOUT: Readonly<Record<string, string>> = {
  P1008: 'a file of NUL characters is no text',
  P1016: 'takes thousands of levels',
  P1019: 'takes a hundred other errors',
  M3099: 'takes thousands of declarations',
  M3608: 'every operation is implemented',
  L5002: 'surrogates do not survive in a source file',
  L5003: 'takes many levels',
  L5005: 'refused before in all known cases',
  L5006: 'refused before in all known cases',
  L5007: 'refused before in all known cases',
  L5008: 'takes a type that no machine holds',
  L5009: 'refused before in all known cases',
  L5010: 'refused before in all known cases',
  L5012: 'takes thousands of levels',
  L5013: 'takes thousands of declarations',
};

function codesOf(files: readonly ExampleFile[], ofPart: boolean): string[] {
  const provider = createProvider({ libraryPaths: [], interfacePaths: [] });
  const { diagnostics } = compile('example', files, provider);
  // What a part declares may be for the rest.
  return diagnostics.map(({ code }) => code).filter((code) => !ofPart || code !== 'W4401');
}

const isPart = (example: string): boolean =>
  filesOf(example)[0]!.text.startsWith('MODULE Main;\n') && !/^\s*MODULE/.test(example);

describe('pages', () => {
  it('have an example each, as far as a source text can give the diagnostic', () => {
    // P2 is about spin.json, K about what is loaded, B about bytecode.
    const wanted = EXPLAINED.filter((code) => /^(P1|M|W|L)/.test(code));
    expect(wanted.filter((code) => !(code in EXAMPLES) && !(code in WITHOUT))).toEqual([]);
    expect(Object.keys(EXAMPLES).filter((code) => !EXPLAINED.includes(code) || code in WITHOUT)).toEqual([]);
  });

  it.each(Object.entries(EXAMPLES))('%s', (code, { wrong, right }) => {
    expect([...new Set(codesOf(filesOf(wrong), isPart(wrong)))], 'the wrong example').toEqual([code]);
    expect(codesOf(filesOf(right), isPart(right)), 'the right example').toEqual([]);
  });
});
