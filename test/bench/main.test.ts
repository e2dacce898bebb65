import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const run = (...args: string[]) =>
  spawnSync(process.execPath, [join(import.meta.dirname, '../../bench/main.ts'), ...args], { encoding: 'utf8' });

test('a part that is not there is wrong usage, and the answer names those that are', () => {
  const { status, stderr } = run('speed');
  expect(status).toBe(2);
  expect(stderr).toMatch(/^no part speed; there are code, events, .*loading/);
});

test('so is a program that is not there', () => {
  const { status, stderr } = run('code', '--programs', 'sieve,chess');
  expect(status).toBe(2);
  expect(stderr).toMatch(/^no program chess; there are sieve, .*packets/);
});

test('JSON has the machine, and of each part its tables and notes', () => {
  const { status, stdout, stderr } = run('loading', '--json');
  expect(status, stderr).toBe(0);
  const { machine, parts } = JSON.parse(stdout);
  expect(machine.cores).toBeGreaterThan(0);
  expect(Object.keys(parts)).toEqual(['loading']);
  const { tables, notes } = parts.loading;
  expect(notes).toEqual([]);
  expect(tables).toHaveLength(1);
  const [{ title, columns, rows }] = tables;
  expect(title).toContain('bytes of bytecode');
  for (const row of rows) {
    expect(row).toHaveLength(columns.length);
    expect(typeof row[0]).toBe('string');
    for (const cell of row.slice(1)) expect(cell).toBeGreaterThan(0);
  }
});
