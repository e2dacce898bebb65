/** What docs/library.md speaks of is there, and its example compiles. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { librarySources } from '../../src/cli/library.ts';
import { ABSENT } from '../../src/language/references/absent.ts';
import { shows } from './support.ts';

const text = readFileSync(join(import.meta.dirname, '../../docs/library.md'), 'utf8');

const units = new Set(librarySources().map(({ path }) => path.replace(/^.*\/|\.[a-z0-9]+$/g, '')));
const namesIn = (part: string): string[] => [...part.matchAll(/`([A-Z][A-Za-z0-9]*)[`(]/g)].map(([, name]) => name!);
const [there, absent] = text.split('## What is not there') as [string, string];

it('names only units that there are', () => {
  const words = new Set(['T', 'Brand', 'Equal', 'Hash', 'Default', 'Int', 'Text', 'Atom', 'Ref', 'Point']);
  const named = namesIn(there).filter((n) => !words.has(n));
  expect(named.length).toBeGreaterThan(40);
  for (const name of named) expect(units, name).toContain(name);
});

it('says why others are not there, which is so, as the compiler does', () => {
  const reasons = absent.matchAll(/^\* ((?:`\w+`,?\s+)*`\w+`)/gm);
  const named = [...reasons].flatMap(([, list]) => list!.match(/\w+/g)!);
  for (const name of named) expect(units, name).not.toContain(name);
  expect(named.filter((name) => name !== 'Trestle').sort()).toEqual([...ABSENT].sort());
});

it('has all pairs of keys and values', () => {
  const files = new Set(librarySources().map(({ path }) => path.replace(/^.*\//, '')));
  for (const key of ['Int', 'Text', 'Atom', 'Ref']) {
    for (const value of ['Int', 'Text', 'Atom', 'Ref']) {
      expect(files).toContain(`${key}${value}Tbl.i3`);
      expect(files).toContain(`Sorted${key}${value}Tbl.i3`);
    }
  }
});

it('has an example that works', async () => {
  const lines = text.split('\n').filter((l) => l.startsWith('    '));
  const [intf, impl, declaration] = lines.map((l) => l.trim()).filter(Boolean);
  const units = {
    'Point.i3': `INTERFACE Point; IMPORT Word; TYPE T = RECORD x, y := 0 END; CONST Brand = "Point";
PROCEDURE Equal(READONLY a, b: T): BOOLEAN; PROCEDURE Hash(READONLY p: T): Word.T; END Point.`,
    'Point.m3': `MODULE Point; IMPORT Word; PROCEDURE Equal(READONLY a, b: T): BOOLEAN = BEGIN RETURN a = b END Equal;
PROCEDURE Hash(READONLY p: T): Word.T = BEGIN RETURN Word.Plus(Word.Times(p.x, 31), p.y) END Hash; BEGIN END Point.`,
    'PointTextTbl.i3': intf!,
    'PointTextTbl.m3': impl!,
  };
  const body = 'EVAL t.put(Point.T {1, 2}, "here"); IF t.get(Point.T {1, 2}, v) THEN Line(v) END;';
  const out = await shows({ imports: 'Point, PointTextTbl', declarations: `${declaration} v: TEXT;`, body }, '', units);
  expect(out).toBe('here\n');
});
