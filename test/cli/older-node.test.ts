/** The tools are started by whatever Node.js somebody has, which may be older than the one that comes with the installation. */
import { spawnSync } from 'node:child_process';
import { delimiter, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const DIST = resolve(import.meta.dirname, '../../dist');

/** The user's own: tests run with the one in `node_modules` before it on the path. */
const PATH = (process.env['PATH'] ?? '')
  .split(delimiter)
  .filter((folder) => !folder.includes('node_modules'))
  .join(delimiter);

function run(tool: string, ...args: string[]): { status: number | null; stderr: string; stdout: string } {
  return spawnSync('node', [join(DIST, `${tool}.mjs`), ...args], { encoding: 'utf8', env: { ...process.env, PATH } });
}

const found = spawnSync('node', ['--version'], { encoding: 'utf8', env: { ...process.env, PATH } });

describe.skipIf(found.status !== 0)('the Node.js on the path', () => {
  it.each([
    ['spinc', '--help'],
    ['spin', '--help'],
    ['spinc', 'explain', 'M3501'],
  ])('runs %s %s without a word of its own', (tool, ...args) => {
    const { status, stderr, stdout } = run(tool, ...args);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout.length).toBeGreaterThan(100);
  });
});
