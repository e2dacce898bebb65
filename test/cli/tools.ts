/** Running the built tools as other programs do, in a folder of their own. */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const DIST = resolve(import.meta.dirname, '../../dist');

export interface Ran {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

export class Folder {
  readonly path = mkdtempSync(join(tmpdir(), 'spin-cli-'));

  /** Writes files; names may have folders in them. */
  write(files: Readonly<Record<string, string | Uint8Array>>): this {
    for (const [name, content] of Object.entries(files)) {
      const path = join(this.path, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
    }
    return this;
  }

  run(
    tool: 'spinc' | 'spin',
    args: readonly string[],
    more: { input?: string; env?: Record<string, string> } = {},
  ): Promise<Ran> {
    return new Promise((done) => {
      const child = execFile(
        process.execPath,
        [join(DIST, `${tool}.mjs`), ...args],
        { cwd: this.path, env: { ...process.env, ...more.env }, maxBuffer: 1 << 26 },
        (error, out, err) => done({ status: error ? Number(error.code ?? -1) : 0, out, err }),
      );
      child.stdin?.on('error', () => {});
      child.stdin?.end(more.input ?? '');
    });
  }
  spinc(...args: string[]): Promise<Ran> {
    return this.run('spinc', args);
  }
  spin(...args: string[]): Promise<Ran> {
    return this.run('spin', args);
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
