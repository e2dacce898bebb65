/** Every diagnostic code that occurs in the sources has a page, and every page belongs to a code that occurs. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EXPLAINED, explanation } from '../../src/cli/explanations.ts';

const SRC = resolve(import.meta.dirname, '../../src');
const TABLES = /codes(-expressions)?\.ts$|cli.examples/;

const used = new Set<string>();
for (const file of readdirSync(SRC, { recursive: true, encoding: 'utf8' })) {
  if (!file.endsWith('.ts') || TABLES.test(file)) continue;
  for (const [code] of readFileSync(join(SRC, file), 'utf8').matchAll(/\b[PMWLBK]\d{4}\b/g)) used.add(code);
}

describe('explanations', () => {
  it('exist for every code', () => {
    expect(used.size).toBeGreaterThan(200);
    expect([...used].filter((code) => !explanation(code)).sort()).toEqual([]);
  });
  it('say what, why, and how it is written wrong and right', () => {
    expect(explanation('M3704')).toMatch(
      /^result not used\n\n.*EVAL.*\n\nWrong:\n\n {4}PROCEDURE[\s\S]*\n\nRight:\n\n {4}PROCEDURE[\s\S]*EVAL One\(\);$/,
    );
  });
  it('say more than a word', () => {
    for (const code of EXPLAINED) expect(explanation(code)!.length, code).toBeGreaterThan(12);
  });
});
