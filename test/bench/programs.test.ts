import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { compileProgram, JAVASCRIPT, LANGUAGES } from '../../bench/code/languages.ts';
import { PROGRAMS } from '../../bench/code/programs.ts';
import { Machine } from '../../bench/machine.ts';

const scratch = mkdtempSync(join(tmpdir(), 'spin-bench-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const FOLDER = join(import.meta.dirname, '../../bench/code/programs');

test('each folder has its line in the table, and a file for each language', () => {
  expect(readdirSync(FOLDER).sort()).toEqual(PROGRAMS.map((p) => p.folder).sort());
  for (const { folder, module } of PROGRAMS) {
    const files = [
      `${module}.i3`,
      `${module}.m3`,
      ...['as.ts', 'c', 'js', 'mod'].map((extension) => `${folder}.${extension}`),
    ];
    expect(readdirSync(join(FOLDER, folder)).sort()).toEqual(files.sort());
  }
  expect(LANGUAGES.length).toBe(5);
});

describe.each(PROGRAMS)('$folder gives the checksum that C gives', ({ folder, module, quick }) => {
  test('in the language', async () => {
    const machine = new Machine();
    await machine.load(folder, compileProgram(folder, folder));
    expect((await machine.call(`${module}.Run`, BigInt(quick.n))).result).toBe(quick.checksum);
    // A later call finds what an earlier one has left behind.
    expect((await machine.call(`${module}.Run`, BigInt(quick.n))).result).toBe(quick.checksum);
  });

  test('in JavaScript', async () => {
    const { run } = await import(join(FOLDER, folder, `${folder}.js`));
    expect(BigInt(run(quick.n))).toBe(quick.checksum);
    expect(BigInt(run(quick.n))).toBe(quick.checksum);
  });
});

test('a program is measured in a process of its own', () => {
  const { folder, quick } = PROGRAMS[0]!;
  const { checksum, cold, warm, memory } = JAVASCRIPT.build(PROGRAMS[0]!, scratch).measure(quick.n, 3);
  expect(checksum, folder).toBe(String(quick.checksum));
  expect(cold).toBeGreaterThan(0);
  expect(warm).toHaveLength(3);
  expect(memory.peak).toBeGreaterThan(1000);
});
