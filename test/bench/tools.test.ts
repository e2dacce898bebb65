import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compileExtension } from '../../bench/harness.ts';
import { Machine } from '../../bench/machine.ts';
import { generateProgram } from '../../bench/tools/program.ts';

test.each([
  'modula3',
  'modula2',
  'c',
  'typescript',
  'assemblyscript',
] as const)('a program in %s has as many lines as in the others, more or less', (language) => {
  const lines = generateProgram(language, 1000).text.split('\n').length;
  expect(lines).toBeGreaterThan(850);
  expect(lines).toBeLessThan(1150);
});

test('the program in our language compiles and runs', async () => {
  const root = mkdtempSync(join(tmpdir(), 'spin-bench-'));
  try {
    const { file, text } = generateProgram('modula3', 200);
    mkdirSync(join(root, 'made-up'));
    writeFileSync(join(root, 'made-up', file), text);
    const domain = await new Machine().load('made-up', compileExtension('made-up', root));
    expect(domain.name).toBe('made-up');
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});
