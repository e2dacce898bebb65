/**
 * Every folder of `examples/` runs as its README says: `run.json` lists command lines of `spin`, `expected.txt` is what they print.
 * UPDATE=1 writes `expected.txt` anew.
 */
import { execFile, execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

interface Run {
  readonly title: string;
  readonly arguments: readonly string[];
  readonly input?: string;
  /** Given to spinc before; the file that it makes is the input, and goes afterwards. */
  readonly spinc?: readonly string[];
  readonly inputFile?: string;
  /** Expected exit status, 0 unless given. */
  readonly exit?: number;
}

const ROOT = resolve(import.meta.dirname, '../..');
const EXAMPLES = join(ROOT, 'examples');
const SPINC = join(ROOT, 'dist/spinc.mjs');
const SPIN = join(ROOT, 'dist/spin.mjs');

function spin(run: Run, cwd: string): Promise<{ exit: number; output: string }> {
  if (run.spinc) execFileSync(process.execPath, [SPINC, ...run.spinc], { cwd });
  const input = run.inputFile === undefined ? (run.input ?? '') : readFileSync(join(cwd, run.inputFile));
  if (run.inputFile !== undefined) rmSync(join(cwd, run.inputFile));
  return new Promise((done) => {
    const child = execFile(
      process.execPath,
      [SPIN, ...run.arguments],
      { cwd, env: { ...process.env, NO_COLOR: '1' } },
      (error, stdout, stderr) => {
        const output = `$ spin ${run.arguments.join(' ')}\n${stdout}${stderr ? `--- standard error\n${stderr}` : ''}`;
        done({ exit: error ? Number(error.code ?? -1) : 0, output });
      },
    );
    child.stdin?.end(input);
  });
}

const foldersOf = (folder: string) =>
  readdirSync(join(EXAMPLES, folder), { withFileTypes: true })
    .filter((e) => e.isDirectory() && existsSync(join(EXAMPLES, folder, e.name, 'run.json')))
    .map((e) => join(folder, e.name));
const folders = [...foldersOf('.'), ...foldersOf('programs')];

describe('examples', () => {
  it('are all here', () => {
    expect(folders).toEqual(
      expect.arrayContaining([
        'authority',
        'names',
        'philosophers',
        'plugins',
        'quotas',
        'replacement',
        'scheduler',
        'console',
        'filters',
        'guards',
        'results',
        'runaway',
        'webserver',
      ]),
    );
    expect(folders).toEqual(
      expect.arrayContaining(['json', 'lisp', 'lz', 'path', 'regex'].map((name) => join('programs', name))),
    );
  });

  for (const folder of folders) {
    it.concurrent(`${folder} prints what it promises`, async () => {
      const at = join(EXAMPLES, folder);
      const { runs } = JSON.parse(readFileSync(join(at, 'run.json'), 'utf8')) as { runs: Run[] };
      let all = '';
      for (const run of runs) {
        const { exit, output } = await spin(run, at);
        all += `${output}--- exit ${exit}\n\n`;
        expect(exit, output).toBe(run.exit ?? 0);
      }
      if (process.env['UPDATE'] === '1' && !process.env['CI']) writeFileSync(join(at, 'expected.txt'), all);
      expect(all).toBe(readFileSync(join(at, 'expected.txt'), 'utf8'));
      expect(existsSync(join(at, 'README.md')), 'README.md').toBe(true);
    });
  }
});
