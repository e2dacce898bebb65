/**
 * The table of codes and the checker agree: what is reported has a page, and every page belongs to something that is reported.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DECLARATION_CODES } from '../../src/language/codes.ts';

const LANGUAGE = join(import.meta.dirname, '../../src/language');

function reported(): Set<string> {
  const codes = new Set<string>();
  for (const folder of ['types', 'references', '.']) {
    for (const file of readdirSync(join(LANGUAGE, folder))) {
      if (!file.endsWith('.ts') || file.startsWith('codes')) continue;
      for (const [, code] of readFileSync(join(LANGUAGE, folder, file), 'utf8').matchAll(/'(M3[0-3]\d\d)'/g))
        codes.add(code!);
    }
  }
  return codes;
}

describe('codes of declarations', () => {
  it('every code that is reported has a page', () => {
    expect([...reported()].filter((code) => !(code in DECLARATION_CODES))).toEqual([]);
  });

  it('every page belongs to a code that is reported', () => {
    const codes = reported();
    expect(Object.keys(DECLARATION_CODES).filter((code) => !codes.has(code))).toEqual([]);
  });

  it('every code that is reported is tested', () => {
    const golden = ['types', 'references']
      .flatMap((folder) =>
        readdirSync(join(import.meta.dirname, folder)).map((f) => join(import.meta.dirname, folder, f)),
      )
      .filter((f) => f.endsWith('.m3'))
      .concat(join(import.meta.dirname, 'check.test.ts'))
      .map((f) => readFileSync(f, 'utf8'))
      .join('\n');
    expect([...reported()].filter((code) => !golden.includes(`${code}: `) && !golden.includes(`'${code}'`))).toEqual(
      [],
    );
  });
});
