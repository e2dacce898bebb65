/**
 * Texts and how they are laid out: `cases/NAME.given.txt` and `cases/NAME.expected.txt`. A first line `(* width 60 *)` sets the width.
 * `UPDATE=1` writes what is expected; read it before you commit it.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../src/language/format/edits.ts';
import { formatText } from '../../../src/language/format/format.ts';
import { DEFAULT_OPTIONS } from '../../../src/language/format/options.ts';
import { isRight } from './corpus.ts';

const CASES = join(import.meta.dirname, 'cases');
const GIVEN = '.given.txt';

describe('formatting', () => {
  const names = readdirSync(CASES).filter((name) => name.endsWith(GIVEN));
  it.each(names.map((name) => name.slice(0, -GIVEN.length)))('%s', (name) => {
    const given = readFileSync(join(CASES, `${name}${GIVEN}`), 'utf8');
    const path = join(CASES, `${name}.expected.txt`);
    const width = Number(/^\(\* width (\d+) \*\)/.exec(given)?.[1] ?? DEFAULT_OPTIONS.width);
    const options = { ...DEFAULT_OPTIONS, width };
    const result = applyEdits(given, formatText(given, [], options));
    if (process.env['UPDATE'] || !existsSync(path)) writeFileSync(path, result);
    expect(result).toBe(readFileSync(path, 'utf8'));
    expect(applyEdits(result, formatText(result, [], options))).toBe(result);
    if (name !== 'only-comment') expect(isRight(given)).toBe(true);
  });
});
