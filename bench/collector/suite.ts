/**
 * The collector beside Node's own and beside malloc and free: how fast objects are made, how long a collection takes by what is live, what memory is held after long churn and over a busy hour. All times are processor time:
 * Node's collector works in several threads at once, so that its pauses are shorter than what is said here.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ask, execute, missing } from '../processes.ts';
import type { Cell, Report } from '../report.ts';
import { cells, figures, scaled } from '../statistics.ts';
import type { Churn } from './child.ts';
import { busyHour } from './hour.ts';

const RUNS = 9;
const OBJECTS = 1_000_000;
const WORD = 8;
const LIVE = [4, 16, 64];
const CHURNED = 10_000_000;

type Asker = <T>(...args: readonly (string | number)[]) => T;

const onNode =
  (language: string, script = 'child.ts'): Asker =>
  (...args) =>
    ask(process.execPath, ['--expose-gc', join(import.meta.dirname, script), language, ...args.map(String)]);

/** `hour`: the busy hour is one of the clock. */
export function collector(report: Report, hour: boolean): void {
  const scratch = mkdtempSync(join(tmpdir(), 'spin-bench-'));
  try {
    const collected: readonly (readonly [string, Asker])[] = [
      ['SPIN', onNode('spin')],
      ['Node.js', onNode('javascript')],
    ];
    const gone = missing('gcc');
    if (gone) report.note(`malloc and free are left out: ${gone}`);
    const all = gone ? collected : [...collected, ['malloc and free', compiled(scratch, 'collector')] as const];
    rates(all, report);
    pauses(collected, report);
    churn(all, report);
    const hours: readonly (readonly [string, Asker])[] = [
      ['SPIN', onNode('spin', 'hour-child.ts')],
      ['Node.js', onNode('javascript', 'hour-child.ts')],
      ...(gone ? [] : [['malloc and free', compiled(scratch, 'hour')] as const]),
    ];
    busyHour(hours, hour, report);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function compiled(scratch: string, name: string): Asker {
  const path = join(scratch, name);
  execute('gcc', ['-O2', '-Wall', '-Werror', '-o', path, join(import.meta.dirname, `${name}.c`)]);
  return (...args) => ask(path, args.map(String));
}

function rates(all: readonly (readonly [string, Asker])[], report: Report): void {
  const rows: Cell[][] = [];
  // The mean size is what is asked for, without headers.
  const kinds = [
    { what: 'short', name: 'records of 2 words', bytes: 2 * WORD },
    { what: 'varied', name: 'arrays of 1 to 64 words', bytes: 32.5 * WORD },
  ];
  for (const { what, name, bytes } of kinds) {
    for (const [language, asker] of all) {
      const each = scaled(figures(asker<number[]>(what, OBJECTS, RUNS)), 1 / OBJECTS);
      rows.push([`${language}: ${name}`, ...cells(each), (bytes / each.median) * 1000]);
    }
  }
  report.table('Objects made and soon dead (ns of processor time each)', ['', 'min', 'median', 'max', 'MB/s'], rows);
}

function pauses(collected: readonly (readonly [string, Asker])[], report: Report): void {
  const rows: Cell[][] = [];
  for (const megabytes of LIVE) {
    for (const [language, asker] of collected) {
      const records = Math.round((megabytes * 1e6) / (4 * WORD) / 1000) * 1000;
      const f = scaled(figures(asker<number[]>('pause', records, RUNS)), 1e-6);
      rows.push([`${language}: ${megabytes} MB in records of 4 words`, ...cells(f), f.median / megabytes]);
    }
  }
  report.table('A collection (ms of processor time)', ['', 'min', 'median', 'max', 'per MB live'], rows);
}

function churn(all: readonly (readonly [string, Asker])[], report: Report): void {
  const rows: Cell[][] = [];
  let words: number | undefined;
  for (const [language, asker] of all) {
    const runs = Array.from({ length: 3 }, () => asker<Churn>('churn', CHURNED));
    for (const { live } of runs) {
      words ??= live;
      // One more in those that warm up with one.
      if (Math.abs(live - words) > 64) throw new Error(`${language} has ${live} words live, not ${words}`);
    }
    const held = figures(runs.map((r) => (r.after - r.before) / 1024));
    const time = figures(runs.map((r) => r.time / CHURNED));
    const live = (words! * WORD) / 2 ** 20;
    rows.push([language, live, ...cells(held), held.median / live, ...cells(time)]);
  }
  report.table(
    `After ${CHURNED / 1e6} million arrays replaced at random: what is live, resident memory (MB), and time (ns of processor time each)`,
    ['', 'MB live', 'MB held: min', 'median', 'max', 'per MB live', 'ns: min', 'median', 'max'],
    rows,
  );
}
