/**
 * Every golden source under this folder gives the diagnostics written in it, and no others.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { annotated } from './golden.ts';
import { isRun } from './programs.ts';

const ROOT = import.meta.dirname;
/** Programs that are compiled and run, by other tests; so are those with an `.out` file beside them. */
const ELSEWHERE = new Set(['run']);

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) return ELSEWHERE.has(entry.name) ? [] : sources(join(folder, entry.name));
    return /\.(m3|i3|mg|ig)$/.test(entry.name) ? [join(folder, entry.name)] : [];
  });
}

const files = sources(ROOT).filter((path) => !isRun(path));

describe('golden sources', () => {
  it('exist', () => {
    expect(files.length).toBeGreaterThan(0);
  });

  for (const path of files) {
    it(relative(ROOT, path), () => {
      const text = readFileSync(path, 'utf8');
      const result = annotated(basename(path), text);
      if (process.env['GOLDEN'] === 'update') {
        if (result !== text) writeFileSync(path, result);
      } else {
        expect(result).toBe(text);
      }
    });
  }
});
