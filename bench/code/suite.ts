/**
 * How good the code is: programs in the language against the same in others, warm and at their first call. All times are processor time, so that what else the machine does matters less.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Figures, figures, number, table } from '../harness.ts';
import { C, LANGUAGES, type Language } from './languages.ts';
import { PROGRAMS, type Program } from './programs.ts';
import type { Measured } from './stopwatch.ts';

const RUNS = 11;

/** Nanoseconds. */
interface Result {
  readonly cold: number;
  readonly warm: Figures;
}

interface Row {
  readonly program: Program;
  readonly checksum: bigint;
  /** By the language's name. */
  readonly results: ReadonlyMap<string, Result>;
}

export async function code({ json }: { json: boolean }): Promise<void> {
  const languages: Language[] = [];
  const left: string[] = [];
  for (const language of LANGUAGES) {
    const missing = language.missing();
    if (missing === undefined) languages.push(language);
    else left.push(`${language.name} is left out: ${missing}`);
  }
  const scratch = mkdtempSync(join(tmpdir(), 'spin-bench-'));
  try {
    const rows = PROGRAMS.map((program) => measure(program, languages, scratch));
    if (json) console.log(JSON.stringify(report(rows, left), null, 2));
    else {
      for (const line of left) console.log(`\n(${line})`);
      print(rows, languages);
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** A program in all languages; throws if they do not agree on its checksum. */
function measure(program: Program, languages: readonly Language[], scratch: string): Row {
  const results = new Map<string, Result>();
  let first: { language: string; checksum: bigint } | undefined;
  for (const language of languages) {
    const { checksum, cold, warm } = attempt(program, language, scratch);
    first ??= { language: language.name, checksum };
    if (checksum !== first.checksum) {
      throw new Error(
        `${program.folder}(${program.n}) is ${first.checksum} in ${first.language} but ${checksum} in ${language.name}: they are not the same program`,
      );
    }
    results.set(language.name, { cold, warm: figures(warm) });
  }
  return { program, checksum: first!.checksum, results };
}

function attempt(program: Program, language: Language, scratch: string): Measured {
  try {
    return language.measure(program, RUNS, scratch);
  } catch (cause) {
    throw new Error(`${program.folder} cannot be measured in ${language.name}; what it says stands above`, { cause });
  }
}

const ratio = (row: Row, language: string, figure: (r: Result) => number): number | undefined => {
  const reference = row.results.get(C.name);
  return reference && figure(row.results.get(language)!) / figure(reference);
};
const median = (r: Result): number => r.warm.median;
const cold = (r: Result): number => r.cold;

function mean(rows: readonly Row[], language: string, figure: (r: Result) => number): number | undefined {
  const ratios = rows.map((row) => ratio(row, language, figure));
  if (ratios.includes(undefined)) return undefined;
  return Math.exp(ratios.reduce<number>((sum, r) => sum + Math.log(r!), 0) / ratios.length);
}

const ms = (nanoseconds: number): string => number(nanoseconds / 1e6);
const times = (r: number | undefined): string => r?.toFixed(2) ?? '';

function print(rows: readonly Row[], languages: readonly Language[]): void {
  table(
    `Warm: minimum, median and maximum of ${RUNS} runs (ms of processor time); ratio of medians to ${C.name}`,
    ['', ...languages.flatMap((l) => [`${l.name}: min`, 'median', 'max', ...(l === C ? [] : ['ratio'])])],
    [
      ...rows.map((row) => [
        row.program.folder,
        ...languages.flatMap((l) => {
          const { min, median: middle, max } = row.results.get(l.name)!.warm;
          return [ms(min), ms(middle), ms(max), ...(l === C ? [] : [times(ratio(row, l.name, median))])];
        }),
      ]),
      [
        'geometric mean',
        ...languages.flatMap((l) => ['', '', '', ...(l === C ? [] : [times(mean(rows, l.name, median))])]),
      ],
    ],
  );
  table(
    `Cold: the first call after loading (ms of processor time, the engine's own compiling included); ratio to ${C.name}`,
    ['', ...languages.flatMap((l) => [l.name, ...(l === C ? [] : ['ratio'])])],
    [
      ...rows.map((row) => [
        row.program.folder,
        ...languages.flatMap((l) => [
          ms(row.results.get(l.name)!.cold),
          ...(l === C ? [] : [times(ratio(row, l.name, cold))]),
        ]),
      ]),
      ['geometric mean', ...languages.flatMap((l) => ['', ...(l === C ? [] : [times(mean(rows, l.name, cold))])])],
    ],
  );
}

/** What `--json` prints: times in nanoseconds, checksums as texts, since they may be too large for a number. */
function report(rows: readonly Row[], left: readonly string[]) {
  const languages = [...(rows[0]?.results.keys() ?? [])];
  return {
    runs: RUNS,
    left,
    programs: rows.map(({ program, checksum, results }) => ({
      program: program.folder,
      n: program.n,
      checksum: String(checksum),
      results: Object.fromEntries(results),
    })),
    ratios: Object.fromEntries(
      languages.map((l) => [l, { warm: mean(rows, l, median) ?? null, cold: mean(rows, l, cold) ?? null }]),
    ),
  };
}
