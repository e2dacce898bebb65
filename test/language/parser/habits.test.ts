/** What mends other languages' habits finds nothing in programs that are right: otherwise one mistake in them would give errors at other places. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { mendHabits } from '../../../src/language/parser/habits.ts';
import { createModula3CoreServices } from '../../../src/language/parser/services.ts';
import type { Token } from '../../../src/language/parser/tree.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const { Lexer } = createModula3CoreServices().modula3.parser;

it.each(['lib', 'examples', 'bench'])('finds nothing in the units of %s', (folder) => {
  const found: string[] = [];
  let units = 0;
  for (const name of readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })) {
    if (!/\.(i3|m3|ig|mg)$/.test(name)) continue;
    units++;
    const text = readFileSync(join(ROOT, folder, name), 'utf8');
    const { problems } = mendHabits(Lexer.tokenize(text).tokens as Token[], Lexer.definition as never);
    for (const { start, message } of problems)
      found.push(`${name}:${text.slice(0, start).split('\n').length} ${message}`);
  }
  expect(units).toBeGreaterThan(5);
  expect(found).toEqual([]);
});
