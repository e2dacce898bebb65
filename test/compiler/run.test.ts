/**
 * Programs in `test/language/run`, compiled, verified, loaded and run: each says on the console what stands in the `.out` file beside it. A folder is one
 * program of several units; subfolders `1-name`, `2-name` … of a folder are extensions of their own, loaded in that order.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { verifyModule } from '../../src/bytecode/verify/verify.ts';
import type { SourceFile } from '../../src/language/check.ts';
import { compile, run, sourcesBelow } from './machine.ts';

const FOLDER = join(import.meta.dirname, '../language/run');
/** Set to write the files that are expected, after looking at every difference. */
const BLESS = process.env.BLESS === '1';

interface Case {
  readonly name: string;
  readonly extensions: readonly { readonly name: string; readonly files: readonly SourceFile[] }[];
}

function cases(): Case[] {
  return readdirSync(FOLDER, { withFileTypes: true }).flatMap((entry): Case[] => {
    const path = join(FOLDER, entry.name);
    if (entry.isDirectory()) {
      const parts = readdirSync(path, { withFileTypes: true }).filter((e) => e.isDirectory());
      const folders = parts.length > 0 ? parts.map((p) => join(path, p.name)).sort() : [path];
      return [{ name: entry.name, extensions: folders.map((f) => ({ name: basename(f), files: sourcesBelow(f) })) }];
    }
    if (!entry.name.endsWith('.m3')) return [];
    const name = basename(entry.name, '.m3');
    return [{ name, extensions: [{ name, files: [{ path: entry.name, text: readFileSync(path, 'utf8') }] }] }];
  });
}

describe('programs', () => {
  test.each(cases())('$name', async ({ name, extensions }) => {
    const interfaces: SourceFile[] = [];
    const modules = extensions.map((e) => {
      const { module, errors } = compile(e.name, e.files, { interfaces });
      expect(errors).toEqual([]);
      expect(verifyModule(module)).toEqual([]);
      interfaces.push(...e.files.filter((f) => f.path.endsWith('.i3')));
      return module;
    });
    const { output, reports, outcome } = await run(...modules);
    const expected = join(FOLDER, `${name}.out`);
    if (BLESS) writeFileSync(expected, output, 'utf8');
    expect(reports).toBe('');
    expect(output).toBe(readFileSync(expected, 'utf8'));
    expect(outcome).toBe('ended');
  });
});
