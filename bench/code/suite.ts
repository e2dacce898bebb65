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
import { type Built, C, LANGUAGES, type Language } from './languages.ts';
import { PROGRAMS, type Program } from './programs.ts';
import type { Measured } from './stopwatch.ts';

/**
 * The languages take turns: a processor that shares its core with a neighbour's work goes from one speed to nearly half of it and back within seconds, and all of them are to meet with both.
 */
const ROUNDS = 5;
/** Warm calls in a round, all in a process of its own. */
const RUNS = 7;

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
    times(
      report,
      `Warm: ${RUNS} calls in each of ${ROUNDS} processes (ms of processor time)`,
      names,
      rows,
      (r) => r.warm,
    );
    times(
      report,
      `Cold: the first call after loading, in ${ROUNDS} processes (ms of processor time, the compiling by the engine included)`,
      names,
      rows,
      (r) => r.cold,
    );
    times(
      report,
      `Start: a process that calls the program once and prints, ${ROUNDS} times (ms of processor time)`,
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
  const contestants = languages.map((language) => new Contestant(language, program, scratch));
  for (let round = 0; round < ROUNDS; round++) for (const contestant of contestants) contestant.round();
  for (const { language, checksum } of contestants) {
    const first = contestants[0]!;
    if (checksum !== first.checksum) {
      throw new Error(
        `${program.folder}(${program.n}) is ${first.checksum} in ${first.language.name} but ${checksum} in ${language.name}: they are not the same program`,
      );
    }
  }
  return { program, results: new Map(contestants.map((c) => [c.language.name, c.result()])) };
}

/** A program in a language, and what it took so far. */
class Contestant {
  readonly language: Language;
  private readonly built: Built;
  private readonly n: number;
  private readonly measured: Measured[] = [];
  private readonly starts: number[] = [];
  private readonly checksums = new Set<string>();

  constructor(language: Language, program: Program, scratch: string) {
    this.language = language;
    this.n = program.n;
    this.built = language.build(program, scratch);
  }

  round(): void {
    const measured = this.built.measure(this.n, RUNS);
    this.measured.push(measured);
    this.checksums.add(measured.checksum);
    const [command, ...args] = this.built.start(this.n);
    const { output, time } = timed(command, args);
    this.starts.push(time);
    this.checksums.add(this.built.checksum(output));
  }

  /** Of all rounds; several if they differ. */
  get checksum(): string {
    return [...this.checksums].join(' or ');
  }

  result(): Result {
    const { memory } = this.measured[0]!;
    return {
      warm: scaled(figures(this.measured.flatMap((m) => m.warm)), 1e-6),
      cold: scaled(figures(this.measured.map((m) => m.cold)), 1e-6),
      start: figures(this.starts),
      peak: memory.peak / 1024,
      grown: (memory.peak - memory.before) / 1024,
    };
  }
}

/** Minimum, median and maximum, the ratios of minima and of medians to C's, and at the end the geometric means of the ratios. */
function times(
  report: Report,
  title: string,
  languages: readonly string[],
  rows: readonly Row[],
  of: (r: Result) => Figures,
): void {
  const compared = languages.includes(C.name);
  /** What to compare in a column of ratios. */
  const ratios = (name: string): readonly ((f: Figures) => number)[] =>
    compared && name !== C.name ? [(f) => f.min, (f) => f.median] : [];
  const ratio = ({ results }: Row, name: string, figure: (f: Figures) => number) =>
    figure(of(results.get(name)!)) / figure(of(results.get(C.name)!));
  report.table(
    `${title}; ratios to ${C.name}`,
    [
      '',
      ...languages.flatMap((name) => [
        `${name}: min`,
        'median',
        'max',
        ...(ratios(name).length > 0 ? ['min/min', 'median/median'] : []),
      ]),
    ],
    [
      ...rows.map((row) => [
        row.program.folder,
        ...languages.flatMap((name): Cell[] => [
          ...cells(of(row.results.get(name)!)),
          ...ratios(name).map((figure) => ratio(row, name, figure)),
        ]),
      ]),
      [
        'geometric mean',
        ...languages.flatMap((name): Cell[] => [
          '',
          '',
          '',
          ...ratios(name).map((figure) => geometricMean(rows.map((row) => ratio(row, name, figure)))),
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
