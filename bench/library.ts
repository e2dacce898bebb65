/** What a call of the procedures of the library that programs call most costs, a turn of the loop around it included. The texts have thirty characters. Processor time. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Bench } from './harness.ts';
import type { Cell, Report } from './report.ts';
import { cells, type Figures, figures } from './statistics.ts';

const CALLS = 100_000;
const RUNS = 9;
/** Until the engine has made good code. */
const WARM_RUNS = 5;

async function measure(bench: Bench, procedure: string): Promise<Figures> {
  const times: number[] = [];
  for (let run = 0; run < WARM_RUNS + RUNS; run++) {
    const from = process.cpuUsage();
    await bench.call(procedure, BigInt(CALLS));
    const { user, system } = process.cpuUsage(from);
    if (run >= WARM_RUNS) times.push(((user + system) * 1000) / CALLS);
    // The engine compiles in threads of its own; what they use would count as the program's.
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return figures(times);
}

export async function library(report: Report): Promise<void> {
  const interfaceText = readFileSync(join(import.meta.dirname, 'programs/library/Library.i3'), 'utf8');
  const names = [...interfaceText.matchAll(/^PROCEDURE (\w+)/gm)].map(([, name]) => name!);
  const bench = new Bench();
  await bench.load('library');
  const rows: Cell[][] = [];
  for (const name of names) {
    rows.push([name, ...cells(await measure(bench, `Library.${name}`))]);
  }
  report.table('Calls of the library (ns)', ['', 'min', 'median', 'max'], rows);
}
