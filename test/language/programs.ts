/** Which programs there are below a folder: an `.out` file, and the source file or folder that must say what stands in it. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

export interface Program {
  /** A file, or a folder of several. */
  readonly source: string;
  readonly output: string;
}

/** Programs there have a test of their own: test/compiler/run.test.ts */
const ELSEWHERE = new Set(['run']);

export function programs(folder: string): Program[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry): Program[] => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return ELSEWHERE.has(entry.name) ? [] : programs(path);
      if (!entry.name.endsWith('.out')) return [];
      const stem = path.slice(0, -'.out'.length);
      return [{ source: existsSync(`${stem}.m3`) ? `${stem}.m3` : stem, output: path }];
    });
}

/** Whether a source file is, or is part of, a program that is run. */
export function isRun(path: string): boolean {
  return existsSync(path.replace(/\.(m3|i3|mg|ig)$/, '.out')) || existsSync(`${path.replace(/\/[^/]*$/, '')}.out`);
}
