import { describe, expect, test } from 'vitest';
import type { Language } from '../../bench/code/languages.ts';
import type { Program } from '../../bench/code/programs.ts';
import { code } from '../../bench/code/suite.ts';
import { JsonReport } from '../../bench/report.ts';

const program = (folder: string, n: number): Program => ({
  folder,
  module: folder,
  n,
  quick: { n: 1, checksum: 1n },
});

/** One that takes so many milliseconds for each unit of work, warm; three times as long at first. */
const language = (name: string, milliseconds: number, checksum = (n: number) => String(n)): Language => ({
  name,
  missing: () => undefined,
  build: () => ({
    measure: (n, runs) => ({
      checksum: checksum(n),
      cold: 3e6 * milliseconds * n,
      warm: Array.from({ length: runs }, (_, i) => 1e6 * (milliseconds * n + i)),
      memory: { before: 1024, peak: 4096 },
    }),
    start: (n) => ['echo', checksum(n)],
    checksum: (output) => output.trim(),
  }),
});

describe('programs in several languages', () => {
  test('give tables with figures, ratios to C, and their geometric means', () => {
    const report = new JsonReport();
    code(report, [program('small', 1), program('large', 100)], [language('SPIN', 2), language('gcc -O2', 1)]);
    const [warm, cold, start, memory] = report.tables;
    expect(warm!.title).toContain('Warm');
    expect(warm!.columns).toEqual([
      '',
      'SPIN: min',
      'median',
      'max',
      'min/min',
      'median/median',
      'gcc -O2: min',
      'median',
      'max',
    ]);
    expect(warm!.rows).toEqual([
      ['small', 2, 5, 8, 2 / 1, 5 / 4, 1, 4, 7],
      ['large', 200, 203, 206, 200 / 100, 203 / 103, 100, 103, 106],
      ['geometric mean', '', '', '', expect.closeTo(2), expect.closeTo(Math.sqrt((5 / 4) * (203 / 103))), '', '', ''],
    ]);
    expect(cold!.rows[0]!.slice(0, 6)).toEqual(['small', 6, 6, 6, 2, 2]);
    expect(start!.rows.map(([name]) => name)).toEqual(['small', 'large', 'geometric mean']);
    expect(memory!.rows[0]).toEqual(['small', 3, 4, 3, 4]);
  });

  test('that are not there are left out with a line that says so', () => {
    const report = new JsonReport();
    const absent = { ...language('gm2 -O2', 1), missing: () => 'gm2 is not on this machine' };
    code(report, [program('small', 1)], [language('SPIN', 2), absent]);
    expect(report.notes).toEqual(['gm2 -O2 is left out: gm2 is not on this machine']);
    expect(report.tables[0]!.columns).toEqual(['', 'SPIN: min', 'median', 'max']);
  });

  test('take turns, each time in a process of its own', () => {
    const turns: string[] = [];
    const recorded = (name: string): Language => ({
      ...language(name, 1),
      build(...args) {
        const built = language(name, 1).build(...args);
        return {
          ...built,
          measure(n, runs) {
            turns.push(name);
            return built.measure(n, runs);
          },
        };
      },
    });
    code(new JsonReport(), [program('small', 1)], [recorded('a'), recorded('b')]);
    expect(turns).toEqual(['a', 'b', 'a', 'b', 'a', 'b', 'a', 'b', 'a', 'b']);
  });

  test('must agree on the checksum', () => {
    const other = language('gcc -O2', 1, (n) => String(n + 1));
    expect(() => code(new JsonReport(), [program('small', 1)], [language('SPIN', 2), other])).toThrow(
      'small(1) is 1 in SPIN but 2 in gcc -O2: they are not the same program',
    );
  });
});
