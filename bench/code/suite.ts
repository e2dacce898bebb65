/**
 * How good the code is: programs in the language against the same in others, warm, at their first call, and from the start of a process. All times are processor time, so that what else the
 * machine does matters less.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { timed } from '../processes.ts';
import type { Cell, Report } from '../report.ts';
import { cells, type Figures, figures, geometricMean, scaled } from '../statistics.ts';
import { C, LANGUAGES, type Language } from './languages.ts';
import { PROGRAMS, type Program } from './programs.ts';

const RUNS = 11;
/** Processes of their own, for the first call and for what is measured from nothing. */
const COLD = 3;
const STARTS = 5;

interface Result {
  /** Milliseconds. */
  readonly warm: Figures;
  readonly cold: Figures;
  readonly start: Figures;
  /** Megabytes. */
  readonly peak: number;
  readonly grown: number;
}

interface Row {
  readonly program: Program;
  /** By the language's name. */
  readonly results: ReadonlyMap<string, Result>;
}

export function code(
  report: Report,
  programs: readonly Program[] = PROGRAMS,
  all: readonly Language[] = LANGUAGES,
): void {
  const languages: Language[] = [];
  for (const language of all) {
    const missing = language.missing();
    if (missing === undefined) languages.push(language);
    else report.note(`${language.name} is left out: ${missing}`);
  }
  const scratch = mkdtempSync(join(tmpdir(), 'spin-bench-'));
  try {
    const rows = programs.map((program) => measure(program, languages, scratch));
    const names = languages.map((l) => l.name);
    times(report, `Warm: ${RUNS} calls (ms of processor time)`, names, rows, (r) => r.warm);
    times(
      report,
      `Cold: the first call after loading, in ${COLD} processes (ms of processor time, the compiling by the engine included)`,
      names,
      rows,
      (r) => r.cold,
    );
    times(
      report,
      `Start: a process that calls the program once and prints, ${STARTS} times (ms of processor time)`,
      names,
      rows,
      (r) => r.start,
    );
    memory(report, names, rows);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** A program in all languages; throws if they do not agree on its checksum. */
function measure(program: Program, languages: readonly Language[], scratch: string): Row {
  const results = new Map<string, Result>();
  let first: { language: string; checksum: string } | undefined;
  for (const language of languages) {
    const agree = (checksum: string) => {
      first ??= { language: language.name, checksum };
      if (checksum !== first.checksum) {
        throw new Error(
          `${program.folder}(${program.n}) is ${first.checksum} in ${first.language} but ${checksum} in ${language.name}: they are not the same program`,
        );
      }
    };
    const built = language.build(program, scratch);
    const measured = Array.from({ length: COLD }, (_, i) => built.measure(program.n, i === 0 ? RUNS : 0));
    for (const { checksum } of measured) agree(checksum);
    const command = built.start(program.n);
    const starts = Array.from({ length: STARTS }, () => timed(command[0], command.slice(1)));
    for (const { output } of starts) agree(built.checksum(output));
    const { warm, memory } = measured[0]!;
    results.set(language.name, {
      warm: scaled(figures(warm), 1e-6),
      cold: scaled(figures(measured.map((m) => m.cold)), 1e-6),
      start: figures(starts.map((s) => s.time)),
      peak: memory.peak / 1024,
      grown: (memory.peak - memory.before) / 1024,
    });
  }
  return { program, results };
}

/** Minimum, median and maximum, the ratio of medians to C's, and at the end the geometric mean of the ratios. */
function times(
  report: Report,
  title: string,
  languages: readonly string[],
  rows: readonly Row[],
  of: (r: Result) => Figures,
): void {
  const compared = languages.includes(C.name);
  const hasRatio = (name: string) => compared && name !== C.name;
  const ratio = ({ results }: Row, name: string) => of(results.get(name)!).median / of(results.get(C.name)!).median;
  report.table(
    `${title}; ratio of medians to ${C.name}`,
    ['', ...languages.flatMap((name) => [`${name}: min`, 'median', 'max', ...(hasRatio(name) ? ['ratio'] : [])])],
    [
      ...rows.map((row) => [
        row.program.folder,
        ...languages.flatMap((name): Cell[] => [
          ...cells(of(row.results.get(name)!)),
          ...(hasRatio(name) ? [ratio(row, name)] : []),
        ]),
      ]),
      [
        'geometric mean',
        ...languages.flatMap((name): Cell[] => [
          '',
          '',
          '',
          ...(hasRatio(name) ? [geometricMean(rows.map((row) => ratio(row, name)))] : []),
        ]),
      ],
    ],
  );
}

function memory(report: Report, languages: readonly string[], rows: readonly Row[]): void {
  report.table(
    'Memory: what the calls added to the process, and the most that it had (MB; engine, kernel and run-time system included)',
    ['', ...languages.flatMap((name) => [`${name}: added`, 'most'])],
    rows.map(({ program, results }) => [
      program.folder,
      ...languages.flatMap((name) => {
        const { grown, peak } = results.get(name)!;
        return [grown, peak];
      }),
    ]),
  );
}
