/** docs/language.md names goldens that exist, and every golden is named there: itself in a row, or by a row of its folder's files. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const LANGUAGE = 'test/language';

/** Folders, with the goldens named in each; `undefined` stands for all that lie directly in it. `below` are those with all that lies anywhere below. */
function named(): { folders: Map<string, Set<string> | undefined>; below: string[] } {
  const folders = new Map<string, Set<string> | undefined>();
  const below: string[] = [];
  for (const line of readFileSync(join(ROOT, 'docs/language.md'), 'utf8').split('\n')) {
    const cell = /^\|.*\| `(test\/language\/[^`]*)\/(\*\*)?`(?:: (.*))? \|$/.exec(line);
    if (!cell) continue;
    const [, folder, all, names] = cell;
    if (all) below.push(folder!);
    else if (names === undefined) folders.set(folder!, undefined);
    else
      folders.set(
        folder!,
        new Set([...(folders.get(folder!) ?? []), ...[...names.matchAll(/`([^`]+)`/g)].map((m) => m[1]!)]),
      );
  }
  return { folders, below };
}

describe('docs/language.md', () => {
  const { folders, below } = named();

  test('names goldens that exist', () => {
    const missing = [...folders].flatMap(([folder, names]) =>
      [...(names ?? [''])]
        .map((n) => join(folder, n))
        .filter((p) => !existsSync(join(ROOT, p)) && !existsSync(join(ROOT, `${p}.m3`))),
    );
    expect(folders.size).toBeGreaterThan(20);
    expect([...missing, ...below.filter((folder) => !existsSync(join(ROOT, folder)))]).toEqual([]);
  });

  test('names every golden', () => {
    const sources = readdirSync(join(ROOT, LANGUAGE), { recursive: true, encoding: 'utf8' }).filter((p) =>
      /\.(m3|i3|ig|mg)$/.test(p),
    );
    const has = (path: string): boolean => {
      const folder = dirname(path);
      if (folders.has(folder) && folders.get(folder) === undefined) return true;
      if (folders.get(folder)?.has(relative(folder, path).replace(/\.m3$/, ''))) return true;
      if (below.some((b) => path.startsWith(`${b}/`))) return true;
      // A unit of a program of several.
      return folder !== LANGUAGE && folders.get(dirname(folder))?.has(`${relative(dirname(folder), folder)}/`) === true;
    };
    expect(sources.map((p) => join(LANGUAGE, p)).filter((p) => !has(p))).toEqual([]);
  });
});
