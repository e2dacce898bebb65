/** Every code that the expressions half reports is explained, and every explained one is reported somewhere and shown by a golden source. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EXPRESSION_CODES } from '../../../src/language/codes-expressions.ts';

const TYPED = join(import.meta.dirname, '../../../src/language/typed');
const GOLDEN = join(import.meta.dirname, '..');

function codesIn(folder: string, extension: RegExp, pattern: RegExp): Set<string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => extension.test(name));
  return new Set(
    files.flatMap((name) => [...readFileSync(join(folder, name), 'utf8').matchAll(pattern)].map((match) => match[1]!)),
  );
}

/** Cannot happen as long as every predeclared operation is implemented. */
const UNREACHABLE = ['M3608'];

describe('codes of expressions and statements', () => {
  const reported = codesIn(TYPED, /\.ts$/, /'([MW]\d{4})'/g);
  const explained = Object.keys(EXPRESSION_CODES);

  it('are all explained', () => {
    expect([...reported].filter((code) => !(code in EXPRESSION_CODES))).toEqual([]);
  });

  it('are all in use', () => {
    expect(explained.filter((code) => !reported.has(code))).toEqual([]);
  });

  it('all occur in a golden source', () => {
    const shown = codesIn(GOLDEN, /\.m3$/, /\b([MW]\d{4}): /g);
    expect(explained.filter((code) => !shown.has(code) && !UNREACHABLE.includes(code))).toEqual([]);
  });
});
