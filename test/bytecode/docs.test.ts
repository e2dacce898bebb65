/** `docs/bytecode.md` says what the code says. `BLESS=1` writes the tables anew. */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { assemble } from '../../src/bytecode/text/assemble.ts';
import { verifyModule } from '../../src/bytecode/verify/verify.ts';
import { TABLES, withTables } from './doc-tables.ts';

const PATH = fileURLToPath(new URL('../../docs/bytecode.md', import.meta.url));
const document = () => readFileSync(PATH, 'utf8');

test('the tables are those of the code', () => {
  const should = withTables(document());
  if (process.env['BLESS'] === '1' && !process.env['CI']) writeFileSync(PATH, should);
  expect(document()).toBe(should);
});

test('every table is there', () => {
  for (const name of Object.keys(TABLES)) expect(document()).toContain(`<!-- table ${name} -->`);
});

test('the example is a module that passes', () => {
  const example = /```spxt\n([\s\S]*?)```/.exec(document())?.[1];
  const result = assemble(example ?? '');
  expect(result).not.toHaveProperty('error');
  expect('module' in result && result.module.procedures.length > 0 && verifyModule(result.module)).toEqual([]);
});
